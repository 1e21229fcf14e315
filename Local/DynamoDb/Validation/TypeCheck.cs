using System.Buffers;
using System.Text.Json;

namespace Lexicon.Local.DynamoDb.Validation;

/// <summary>
/// Whether each value has the JSON type of its member. DynamoDB finds out while it reads, before anything else, and says what it met in
/// the words of its parser (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html).
/// </summary>
internal sealed class TypeCheck(ApiModel model)
{
    private const string Structure = "Start of structure or map found where not expected";
    private const string Package = "com.amazonaws.dynamodb.v20120810.";

    private static readonly SearchValues<char> Base64 =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");

    /// <summary>What is wrong with the first value that has another type; null when there is none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="shape">What it must be.</param>
    /// <param name="isField">Whether it is a member of a structure, rather than an item of a list or map.</param>
    public string? Check(JsonElement value, ApiShape shape, bool isField = true) => (shape.Type, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) => null,
        ("Structure", JsonValueKind.Object) => First(value.EnumerateObject(), member =>
            shape.Members.TryGetValue(member.Name, out var name) ? Check(member.Value, model[name]) : null),
        ("Map", JsonValueKind.Object) => First(value.EnumerateObject(), member => Check(member.Value, model[shape.Value!], isField: false)),
        ("List", JsonValueKind.Array) => First(value.EnumerateArray(), item => Check(item, model[shape.Member!], isField: false)),
        ("Structure", JsonValueKind.Array) => $"Unrecognized collection type class {Package}{shape.Name}",
        ("Map", JsonValueKind.Array) => $"Unrecognized collection type java.util.Map<java.lang.String, {Package}{shape.Value}>",
        ("Structure" or "Map" or "List", not JsonValueKind.Object) =>
            isField ? "Unexpected field type" : "Unexpected value type in payload",
        (_, JsonValueKind.Object) => Structure,
        ("Blob", JsonValueKind.Array) => "Unrecognized collection type class java.nio.ByteBuffer",
        (_, JsonValueKind.Array) => $"Unrecognized collection type class java.lang.{shape.Type}",
        ("Blob", JsonValueKind.String) => Blob(value.GetString()!),
        ("Blob", _) => "only base-64-encoded strings are convertible to bytes",
        ("String", JsonValueKind.String) or ("Boolean", JsonValueKind.True or JsonValueKind.False) => null,
        ("Boolean", JsonValueKind.String) => "Unexpected token received from parser",
        ("Integer" or "Long" or "Double", JsonValueKind.Number) => null,
        (var type, _) => $"{Token(value)} cannot be converted to {type}",
    };

    private static string? First<T>(IEnumerable<T> items, Func<T, string?> check) =>
        items.Select(check).FirstOrDefault(static found => found is not null);

    private static string Token(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "TRUE_VALUE",
        JsonValueKind.False => "FALSE_VALUE",
        JsonValueKind.String => "STRING_VALUE",
        _ => value.TryGetInt64(out _) ? "NUMBER_VALUE" : "DECIMAL_VALUE",
    };

    private static string? Blob(string text)
    {
        if (text.Length % 4 != 0)
        {
            return $"Base64 encoded length is expected a multiple of 4 bytes but found: {text.Length}";
        }

        var strange = text.AsSpan().IndexOfAnyExcept(Base64);
        return strange >= 0 ? $"Invalid Base64 character: '{text[strange]}'"
            : Convert.TryFromBase64String(text, new byte[text.Length], out _) ? null
            : "Invalid last non-pad Base64 character dectected";
    }
}
