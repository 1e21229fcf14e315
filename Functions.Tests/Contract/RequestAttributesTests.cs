using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Contract;

/// <summary>
/// What the attributes of the request records declare is what the handlers enforce, to the last character: of every record that a row
/// of the route table names, and of those within.
/// </summary>
public sealed class RequestAttributesTests
{
    /// <summary>
    /// Every member that a request may have: the record of the body, the pointer to the object that holds it, and its property.
    /// </summary>
    private static readonly (Type Record, string Parent, PropertyInfo Property)[] Members =
    [
        .. Routes.Handled.Select(route => route.Request).OfType<Type>().Distinct().SelectMany(record => MembersOf(record, "", record)),
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
    public async Task Member_MayBeLeftOut_UnlessItIsRequired(string name)
    {
        var member = Find(name);

        Assert.Equal(Only(name, RequestBodies.IsRequired(member.Property)), await ErrorsOf(member, null));
    }

    [Theory]
    [MemberData(nameof(Strings))]
    public async Task String_MayHaveAsManyCharactersAsDeclared_AndNoMore(string name)
    {
        var member = Find(name);
        var bounds = member.Property.GetCustomAttribute<StringLengthAttribute>()!;
        var valid = Holder(member, RequestBodies.Valid(member.Record))[RequestBodies.NameOf(member.Property)]!.GetValue<string>();

        Assert.Empty(await ErrorsOf(member, valid.PadRight(bounds.MaximumLength, 'x')));
        Assert.Equal([PointerOf(name)], await ErrorsOf(member, valid.PadRight(bounds.MaximumLength + 1, 'x')));
        Assert.Equal(Only(name, bounds.MinimumLength > 0), await ErrorsOf(member, ""));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Word_MayBeADeclaredOne_AndNoOther(string name)
    {
        var member = Find(name);

        foreach (var word in member.Property.GetCustomAttribute<AllowedValuesAttribute>()!.Values.Cast<string>())
        {
            Assert.Empty(await ErrorsOf(member, word));
        }

        Assert.Equal([PointerOf(name)], await ErrorsOf(member, "secret"));
    }

    [Fact]
    public void Visibility_HasTheWordsOfTheDomain() => Assert.Equal(
        Enum.GetValues<Visibility>().Select(value => value.ToWord()).Order(),
        Find("GlossaryRequest /visibility").Property.GetCustomAttribute<AllowedValuesAttribute>()!.Values.Cast<string>().Order());

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task List_MayHoldAsManyItemsAsDeclared_AndNoMore(string name)
    {
        var member = Find(name);
        var bounds = member.Property.GetCustomAttribute<ItemsAttribute>()!;
        var item = Holder(member, RequestBodies.Valid(member.Record))[RequestBodies.NameOf(member.Property)]![0]!;

        Assert.Empty(await ErrorsOf(member, Several(item, bounds.Maximum)));
        Assert.Equal([PointerOf(name)], await ErrorsOf(member, Several(item, bounds.Maximum + 1)));
        Assert.Equal(RequestBodies.ElementOf(member.Property) == typeof(string), bounds.MaximumLength > 0);
        if (bounds.MaximumLength is > 0 and var length)
        {
            Assert.Empty(await ErrorsOf(member, new JsonArray(new string('x', length))));
            Assert.Equal([$"{PointerOf(name)}/0"], await ErrorsOf(member, new JsonArray(new string('x', length + 1))));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Id_MayBeWhatTheDeclaredPatternMatches_AndNothingElse(string name)
    {
        var member = Find(name);
        var pattern = member.Property.GetCustomAttribute<RegularExpressionAttribute>()!;
        var length = member.Property.GetCustomAttribute<StringLengthAttribute>()!;

        Assert.Equal((Ulid.Length, Ulid.Length), (length.MinimumLength, length.MaximumLength));
        foreach (var id in new[]
        {
            "00000000000000000000000000", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "01arz3ndektsv4rrffq69g5fav",
            "01ARZ3NDEKTSV4RRFFQ69G5FAI", "01ARZ3NDEKTSV4RRFFQ69G5FAL", "01ARZ3NDEKTSV4RRFFQ69G5FAO", "01ARZ3NDEKTSV4RRFFQ69G5FAU",
            "01ARZ3NDEKTSV4RRFFQ69G5FA", "01ARZ3NDEKTSV4RRFFQ69G5FAVV", "",
        })
        {
            Assert.Equal(Only(name, id is "" || !pattern.IsValid(id)), await ErrorsOf(member, id));
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Number_MayBeWithinTheDeclaredRange_AndNoOther(string name)
    {
        var member = Find(name);
        var range = member.Property.GetCustomAttribute<RangeAttribute>()!;

        Assert.Empty(await ErrorsOf(member, (int)range.Minimum));
        Assert.Empty(await ErrorsOf(member, (int)range.Maximum));
        Assert.Equal([PointerOf(name)], await ErrorsOf(member, (int)range.Minimum - 1));
        Assert.Equal([PointerOf(name)], await ErrorsOf(member, (int)range.Maximum + 1));
    }

    private static IEnumerable<(Type Record, string Parent, PropertyInfo Property)> MembersOf(Type record, string parent, Type holder) =>
        holder.GetProperties().SelectMany(property => RequestBodies.ElementOf(property) is { } element && element != typeof(string)
            ? MembersOf(record, $"{parent}/{RequestBodies.NameOf(property)}/0", element).Prepend((record, parent, property))
            : [(record, parent, property)]);

    private static TheoryData<string> Names(Predicate<PropertyInfo> isMeant) =>
        new(Members.Where(member => isMeant(member.Property)).Select(NameOf));

    private static (Type Record, string Parent, PropertyInfo Property) Find(string name) =>
        Members.Single(member => NameOf(member) == name);

    private static string NameOf((Type Record, string Parent, PropertyInfo Property) member) =>
        $"{member.Record.Name} {member.Parent}/{RequestBodies.NameOf(member.Property)}";

    private static string PointerOf(string name) => name.Split(' ')[1];

    private static string[] Only(string name, bool refused) => refused ? [PointerOf(name)] : [];

    private static JsonArray Several(JsonNode item, int count) =>
        new([.. Enumerable.Range(0, count).Select(_ => item.DeepClone())]);

    private static JsonObject Holder((Type Record, string Parent, PropertyInfo Property) member, JsonNode body) =>
        member.Parent.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(body, (node, step) => int.TryParse(step, out var at) ? node[at]! : node[step]!).AsObject();

    /// <summary>The members that the handlers refuse once one of them is given another value, or taken away.</summary>
    private static async Task<string[]> ErrorsOf((Type Record, string Parent, PropertyInfo Property) member, JsonNode? value)
    {
        var body = RequestBodies.Valid(member.Record);
        var holder = Holder(member, body);
        holder.Remove(RequestBodies.NameOf(member.Property));
        if (value is not null)
        {
            holder[RequestBodies.NameOf(member.Property)] = value;
        }

        return await RefusedMembers.OfAsync(Routes.All.First(route => route.Request == member.Record), body.ToJsonString());
    }
}
