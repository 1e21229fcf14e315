using System.Text.Json;
using System.Text.RegularExpressions;
using Lexicon.Local.Aws;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>JSON values as draft 4 of JSON Schema sees them.</summary>
internal static partial class JsonValues
{
    /// <summary>The name of a value's type; an integer has neither a fraction nor an exponent.</summary>
    public static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') ? "number" : "integer",
        JsonValueKind.Object => "object",
        JsonValueKind.String => "string",
        _ => "null",
    };

    /// <summary>The members of an object in the order of their names; of two with one name the last counts.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Members(JsonElement value)
    {
        var members = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        return members;
    }

    /// <summary>The length of a string in code points.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>Text for equal values alone: numbers by their value, members in the order of their names.</summary>
    public static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.Object => $"{{{string.Join(',', Members(value).Select(member => $"{Json(member.Key)}:{Canonical(member.Value)}"))}}}",
        JsonValueKind.Number when JsonNumber.Parse(value.GetRawText()) is var number => $"{number.Digits}e{number.Exponent}",
        JsonValueKind.String => Json(value.GetString()!),
        _ => value.GetRawText(),
    };

    /// <summary>A value as JSON without blanks, only what must be escaped.</summary>
    public static string Json<T>(T value) => Pair().Replace(JsonSerializer.Serialize(value, AwsJson.Options), AsText);

    // .NET escapes what lies beyond the first 65,536 characters.
    private static string AsText(Match escape) => escape.Groups["pair"].Success ? Regex.Unescape(escape.Value) : escape.Value;

    [GeneratedRegex(@"(?<pair>\\uD[89AB][0-9A-F]{2}\\uD[C-F][0-9A-F]{2})|\\.")]
    private static partial Regex Pair();
}
