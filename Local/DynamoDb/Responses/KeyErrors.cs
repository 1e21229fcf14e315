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

        return OfIndexes(item, keys) ?? Size(item, keys);
    }

    /// <summary>What is wrong with an item that a batch puts, whose key is looked at first; null when it fits.</summary>
    public static string? OfBatchedItem(JsonElement item, TableKeys keys) =>
        keys.Key.All(key => TypeOf(item.Get(key.Name)) == key.Type) ? OfItem(item, keys) : EngineWords.NoMatch;

    /// <summary>
    /// What is wrong with an item whose key of an index is empty: the first such index is named; null when there is none.
    /// </summary>
    public static string? OfEmptyIndexKey(JsonElement item, TableKeys keys) => IndexKeys(keys)
        .Where(one => item.Get(one.Key.Name) is var value && (value.Text("S") ?? value.Text("B")) is "")
        .Select(one => $"{EngineWords.EmptyIndexKey} The AttributeValue for a key attribute cannot contain an empty "
            + $"{(one.Key.Type == "B" ? "binary" : "string")} value. IndexName: {one.Index}, IndexKey: {one.Key.Name}")
        .FirstOrDefault();

    /// <summary>What is wrong with the attributes that are keys of indexes; null when they fit.</summary>
    public static string? OfIndexes(JsonElement attributes, TableKeys keys) => IndexKeys(keys)
        .Select(one => (one.Index, one.Key, Type: TypeOf(attributes.Get(one.Key.Name))))
        .Where(static one => one.Type is not null && one.Type != one.Key.Type)
        .Select(static one => $"{Invalid}Type mismatch for Index Key {one.Key.Name} Expected: {one.Key.Type} "
            + $"Actual: {one.Type} IndexName: {one.Index}")
        .FirstOrDefault();

    // DynamoDB names the index whose name comes first.
    private static IEnumerable<(string Index, TableKeys.KeyAttribute Key)> IndexKeys(TableKeys keys) => keys.Indexes
        .OrderBy(static index => index.Key, StringComparer.Ordinal)
        .SelectMany(static index => index.Value.Select(key => (index.Key, key)));

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
