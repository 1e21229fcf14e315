using System.Text;
using System.Text.Json;
using Lexicon.Local.DynamoDb.Requests;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Responses;

/// <summary>
/// How DynamoDB names what does not fit a key schema; the engine says only that something does not
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html).
/// </summary>
internal static class KeyErrors
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const int LargestPartitionKey = 2048;
    private const int LargestSortKey = 1024;

    /// <summary>What is wrong with an item that is put; null when it fits.</summary>
    public static string? OfItem(JsonElement item, TableKeys keys)
    {
        foreach (var key in keys.Key)
        {
            if (item.Get(key.Name).ValueKind != JsonValueKind.Object)
            {
                return $"{Invalid}Missing the key {key.Name} in the item";
            }

            if (TypeOf(item.Get(key.Name)) is var type && type != key.Type)
            {
                return $"{Invalid}Type mismatch for key {key.Name} expected: {key.Type} actual: {type}";
            }
        }

        return keys.Indexes
            .SelectMany(static index => index.Value.Select(key => (Index: index.Key, Key: key)))
            .Where(one => item.Get(one.Key.Name).ValueKind == JsonValueKind.Object && TypeOf(item.Get(one.Key.Name)) != one.Key.Type)
            .Select(one => $"{Invalid}Type mismatch for Index Key {one.Key.Name} Expected: {one.Key.Type} "
                + $"Actual: {TypeOf(item.Get(one.Key.Name))} IndexName: {one.Index}")
            .FirstOrDefault() ?? Size(item, keys);
    }

    /// <summary>What is wrong with a key that names an item; null when it fits.</summary>
    public static string? OfKey(JsonElement key, TableKeys keys) =>
        key.EnumerateObject().Count() == keys.Key.Count && keys.Key.All(one => TypeOf(key.Get(one.Name)) == one.Type)
            ? Size(key, keys)
            : EngineWords.NoMatch;

    // Both sentences are DynamoDB's, the missing space too.
    private static string? Size(JsonElement item, TableKeys keys) =>
        SizeOf(item.Get(keys.Key[0].Name)) > LargestPartitionKey
            ? $"{Invalid}Size of hashkey has exceeded the maximum size limit of{LargestPartitionKey} bytes"
        : keys.Key.Skip(1).Any(key => SizeOf(item.Get(key.Name)) > LargestSortKey)
            ? $"{Invalid}Aggregated size of all range keys has exceeded the size limit of {LargestSortKey} bytes"
        : null;

    private static int SizeOf(JsonElement value) => value.Text("B") is { } binary
        ? Convert.FromBase64String(binary).Length
        : Encoding.UTF8.GetByteCount(value.Text("S") ?? "");

    private static string? TypeOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().Select(static type => type.Name).FirstOrDefault() : null;
}
