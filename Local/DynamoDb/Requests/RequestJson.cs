using System.Text.Json;

namespace Lexicon.Local.DynamoDb.Requests;

/// <summary>
/// Reads requests without assuming that they are well-formed: what is malformed, the engine refuses in its words.
/// </summary>
internal static class RequestJson
{
    /// <summary>A member, or an undefined element.</summary>
    public static JsonElement Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>Whether there is a member that is not null.</summary>
    public static bool Has(this JsonElement element, string name) =>
        element.Get(name).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>A text member, or null.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>The items of an array member, or none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>The members of an object member, or none.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Object } member ? member.EnumerateObject() : [];

    /// <summary>The text of an attribute value that can be a key: a string, a number or base64.</summary>
    public static string? KeyText(this JsonElement value) => value.Text("S") ?? value.Text("N") ?? value.Text("B");
}
