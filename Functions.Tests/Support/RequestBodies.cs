using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Functions.Contract;

namespace Lexicon.Functions.Tests.Support;

/// <summary>
/// Bodies of every request record, made from what its attributes declare, so that a member more is in all of them without a line in
/// the tests. What is written in no attribute is known by the member's name: ids that must lead somewhere, and addresses.
/// </summary>
internal static class RequestBodies
{
    private const string Address = "https://a.example/";

    private static readonly Gen<string> Characters = Gen.Elements(
        "a", "B", "z", "Z", "0", " ", "#", "\"", "<", "\\", "ß", "İ", "Ⱥ", "é", "中", "😀", "\u202E", "~");

    /// <summary>A body that is accepted, with every member there is.</summary>
    public static JsonObject Valid(
        Type record, string glossaryId = "01ARZ3NDEKTSV4RRFFQ69G5FAV", string termId = "01ARZ3NDEKTSV4RRFFQ69G5FAW") =>
        Object(record, property => property.Name switch
        {
            "GlossaryId" => glossaryId,
            "TermId" => termId,
            "Url" => Address,
            _ when Words(property) is { } words => words[0],
            _ when Range(property) is { } range => (int)range.Maximum,
            _ when ElementOf(property) is { } element =>
                new JsonArray(element == typeof(string) ? "Compute" : Valid(element, glossaryId, termId)),
            _ when property.PropertyType == typeof(string) => "Lambda",
            _ => throw Unknown(property),
        });

    /// <summary>The largest body that is accepted, every text of this character.</summary>
    public static JsonObject Largest(Type record, char filling) => Object(record, property => property.Name switch
    {
        "Url" => Address.PadRight(Length(property), '\''),
        _ when Words(property) is { } words => words[0],
        _ when Range(property) is { } range => (int)range.Maximum,
        _ when ElementOf(property) is { } element => new JsonArray([.. Enumerable.Range(0, Items(property).Maximum).Select(JsonNode (at) =>
            element == typeof(string) ? $"{at}".PadRight(Items(property).MaximumLength, filling) : Largest(element, filling))]),
        _ when property.PropertyType == typeof(string) => new string(filling, Length(property)),
        _ => throw Unknown(property),
    });

    /// <summary>Bodies that are accepted, of every kind; members that may be absent sometimes are.</summary>
    public static Gen<JsonObject> Any(Type record) =>
        from members in Gen.CollectToArray(record.GetProperties(), property =>
            from value in AnyValue(property)
            from isAbsent in Gen.Frequency((1, Gen.Constant(true)), (3, Gen.Constant(false)))
            select (NameOf(property), Value: isAbsent && !IsRequired(property) ? null : value))
        select new JsonObject(members.Select(member => KeyValuePair.Create(member.Item1, member.Value?.DeepClone())));

    public static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    public static bool IsRequired(PropertyInfo property) => property.GetCustomAttribute<RequiredAttribute>() is not null;

    /// <summary>What a list holds; null of what is no list.</summary>
    public static Type? ElementOf(PropertyInfo property) =>
        property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? type.GetGenericArguments()[0]
            : null;

    private static Gen<JsonNode?> AnyValue(PropertyInfo property) => property.Name switch
    {
        "Url" => Gen.Choose(0, 9).Select(JsonNode? (number) => $"{Address}{number}"),
        _ when Words(property) is { } words => Gen.Elements(words).Select(JsonNode? (word) => word),
        _ when ElementOf(property) is { } element =>
            (element == typeof(string) ? Line(Items(property).MaximumLength) : Any(element).Select(JsonNode? (one) => one))
                .ListOf().Resize(Items(property).Maximum)
                .Select(JsonNode? (list) => new JsonArray([.. list.Select(one => one?.DeepClone())])),
        _ when property.PropertyType == typeof(string) => Line(Length(property)),
        _ => throw Unknown(property),
    };

    /// <summary>One line that the rules leave as it is: trimmed, not empty, bounded.</summary>
    private static Gen<JsonNode?> Line(int maximum) =>
        from characters in Characters.ListOf()
        let text = string.Concat(characters).Trim()
        select (JsonNode?)(text.Length is 0 || text.Length > maximum ? "x" : text);

    private static JsonObject Object(Type record, Func<PropertyInfo, JsonNode?> value) =>
        new(record.GetProperties().Select(property => KeyValuePair.Create(NameOf(property), value(property))));

    private static string[]? Words(PropertyInfo property) =>
        property.GetCustomAttribute<AllowedValuesAttribute>()?.Values.Cast<string>().ToArray();

    private static RangeAttribute? Range(PropertyInfo property) => property.GetCustomAttribute<RangeAttribute>();

    private static ItemsAttribute Items(PropertyInfo property) =>
        property.GetCustomAttribute<ItemsAttribute>() ?? throw Unbounded(property, "Items");

    private static int Length(PropertyInfo property) =>
        property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength ?? throw Unbounded(property, "StringLength");

    private static InvalidOperationException Unbounded(PropertyInfo property, string attribute) => new(
        $"Functions/Contract/{property.DeclaringType!.Name}.cs does not bound {property.Name}: add [{attribute}(Limits...)].");

    private static NotSupportedException Unknown(PropertyInfo property) => new(
        $"Functions.Tests/Support/RequestBodies.cs does not know what a valid {property.DeclaringType!.Name}.{property.Name} is.");
}
