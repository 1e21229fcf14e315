using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Json;

namespace Lexicon.Functions.Tests.Contract;

/// <summary>What the attributes of the request records declare is what the handlers enforce, to the last character.</summary>
public sealed class RequestAttributesTests
{
    private const string GlossaryBody = """{ "title": "t", "description": "d", "visibility": "public" }""";

    private const string TermBody =
        """{ "term": "n", "definition": "d", "references": [{ "title": "t", "url": "https://a.example/" }], "tags": ["t"] }""";

    private const string ReviewBody =
        """{ "glossaryId": "01ARZ3NDEKTSV4RRFFQ69G5FAV", "termId": "01ARZ3NDEKTSV4RRFFQ69G5FAW", "quality": 4 }""";

    /// <summary>Every member that a request may have: the pointer to the object that holds it, and its property.</summary>
    private static readonly (string Body, string Parent, PropertyInfo Property)[] Members =
    [
        .. typeof(GlossaryRequest).GetProperties().Select(property => (GlossaryBody, "", property)),
        .. typeof(TermRequest).GetProperties().Select(property => (TermBody, "", property)),
        .. typeof(ReviewRequest).GetProperties().Select(property => (ReviewBody, "", property)),
        .. typeof(ReferenceBody).GetProperties().Select(property => (TermBody, "/references/0", property)),
    ];

    public static TheoryData<string> All() => Names(_ => true);

    public static TheoryData<string> Strings() => Names(property => property.GetCustomAttribute<StringLengthAttribute>() is { } bounds
        && bounds.MinimumLength < bounds.MaximumLength);

    public static TheoryData<string> Ids() => Names(property => property.GetCustomAttribute<RegularExpressionAttribute>() is not null);

    public static TheoryData<string> Numbers() => Names(property => property.GetCustomAttribute<RangeAttribute>() is not null);

    public static TheoryData<string> Words() => Names(property => property.GetCustomAttribute<AllowedValuesAttribute>() is not null);

    public static TheoryData<string> Lists() => Names(property => property.GetCustomAttribute<ItemsAttribute>() is not null);

    [Theory]
    [MemberData(nameof(All))]
    public void Member_IsBounded(string name) => Assert.Contains(
        Find(name).Property.GetCustomAttributes(),
        attribute => attribute is StringLengthAttribute or AllowedValuesAttribute or ItemsAttribute or RangeAttribute);

    [Theory]
    [MemberData(nameof(All))]
    public void Member_MayBeLeftOut_UnlessItIsRequired(string name)
    {
        var (body, parent, property) = Find(name);
        var isRequired = property.GetCustomAttribute<RequiredAttribute>() is not null;

        Assert.Equal(Only(name, isRequired), ErrorsOf(body, parent, property, null));
    }

    [Theory]
    [MemberData(nameof(Strings))]
    public void String_MayHaveAsManyCharactersAsDeclared_AndNoMore(string name)
    {
        var (body, parent, property) = Find(name);
        var bounds = property.GetCustomAttribute<StringLengthAttribute>()!;
        var valid = At(JsonNode.Parse(body)!, parent)[MemberOf(property)]!.GetValue<string>();

        Assert.Empty(ErrorsOf(body, parent, property, valid.PadRight(bounds.MaximumLength, 'x')));
        Assert.Equal([name], ErrorsOf(body, parent, property, valid.PadRight(bounds.MaximumLength + 1, 'x')));
        Assert.Equal(Only(name, bounds.MinimumLength > 0), ErrorsOf(body, parent, property, ""));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Word_MayBeADeclaredOne_AndNoOther(string name)
    {
        var (body, parent, property) = Find(name);
        var words = property.GetCustomAttribute<AllowedValuesAttribute>()!.Values.Cast<string>().ToArray();

        Assert.All(words, word => Assert.Empty(ErrorsOf(body, parent, property, word)));
        Assert.Equal(Enum.GetValues<Visibility>().Select(value => value.ToWord()).ToHashSet(), words.ToHashSet());
        Assert.Equal([name], ErrorsOf(body, parent, property, "secret"));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void List_MayHoldAsManyItemsAsDeclared_AndNoMore(string name)
    {
        var (body, parent, property) = Find(name);
        var bounds = property.GetCustomAttribute<ItemsAttribute>()!;
        var item = At(JsonNode.Parse(body)!, parent)[MemberOf(property)]![0]!;

        Assert.Empty(ErrorsOf(body, parent, property, Several(item, bounds.Maximum)));
        Assert.Equal([name], ErrorsOf(body, parent, property, Several(item, bounds.Maximum + 1)));
        Assert.Equal(property.PropertyType == typeof(IReadOnlyList<string>), bounds.MaximumLength > 0);
        if (bounds.MaximumLength is > 0 and var length)
        {
            Assert.Empty(ErrorsOf(body, parent, property, new JsonArray(new string('x', length))));
            Assert.Equal([$"{name}/0"], ErrorsOf(body, parent, property, new JsonArray(new string('x', length + 1))));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Id_MayBeWhatTheDeclaredPatternMatches_AndNothingElse(string name)
    {
        var (body, parent, property) = Find(name);
        var pattern = property.GetCustomAttribute<RegularExpressionAttribute>()!;
        var length = property.GetCustomAttribute<StringLengthAttribute>()!;

        Assert.Equal((Ulid.Length, Ulid.Length), (length.MinimumLength, length.MaximumLength));
        foreach (var id in new[]
        {
            "00000000000000000000000000", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "01arz3ndektsv4rrffq69g5fav",
            "01ARZ3NDEKTSV4RRFFQ69G5FAI", "01ARZ3NDEKTSV4RRFFQ69G5FAL", "01ARZ3NDEKTSV4RRFFQ69G5FAO", "01ARZ3NDEKTSV4RRFFQ69G5FAU",
            "01ARZ3NDEKTSV4RRFFQ69G5FA", "01ARZ3NDEKTSV4RRFFQ69G5FAVV", "",
        })
        {
            Assert.Equal(Only(name, id is "" || !pattern.IsValid(id)), ErrorsOf(body, parent, property, id));
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Number_MayBeWithinTheDeclaredRange_AndNoOther(string name)
    {
        var (body, parent, property) = Find(name);
        var range = property.GetCustomAttribute<RangeAttribute>()!;

        Assert.Empty(ErrorsOf(body, parent, property, (int)range.Minimum));
        Assert.Empty(ErrorsOf(body, parent, property, (int)range.Maximum));
        Assert.Equal([name], ErrorsOf(body, parent, property, (int)range.Minimum - 1));
        Assert.Equal([name], ErrorsOf(body, parent, property, (int)range.Maximum + 1));
    }

    private static TheoryData<string> Names(Predicate<PropertyInfo> isMeant) =>
        new(Members.Where(member => isMeant(member.Property)).Select(member => $"{member.Parent}/{MemberOf(member.Property)}"));

    private static (string Body, string Parent, PropertyInfo Property) Find(string name) =>
        Members.Single(member => $"{member.Parent}/{MemberOf(member.Property)}" == name);

    private static string[] Only(string name, bool refused) => refused ? [name] : [];

    private static string MemberOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static JsonArray Several(JsonNode item, int count) =>
        new([.. Enumerable.Range(0, count).Select(_ => item.DeepClone())]);

    private static JsonNode At(JsonNode body, string pointer) => pointer is "" ? body : body["references"]![0]!;

    /// <summary>The members that the handlers refuse once one of them is given another value, or taken away.</summary>
    private static string[] ErrorsOf(string body, string parent, PropertyInfo property, JsonNode? value)
    {
        var changed = JsonNode.Parse(body)!.AsObject();
        var holder = At(changed, parent).AsObject();
        holder.Remove(MemberOf(property));
        if (value is not null)
        {
            holder[MemberOf(property)] = value;
        }

        return body switch
        {
            GlossaryBody => Errors(GlossaryDraft.From(changed.Deserialize(ContractJson.Default.GlossaryRequest)!)),
            ReviewBody => Errors(ReviewDraft.From(changed.Deserialize(ContractJson.Default.ReviewRequest)!)),
            _ => Errors(TermDraft.From(changed.Deserialize(ContractJson.Default.TermRequest)!)),
        };
    }

    private static string[] Errors<T>(Result<T> result) =>
        result.Match(_ => Array.Empty<string>(), failure => [.. failure.Errors!.Select(error => error.Member).Distinct()]);
}
