using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.DynamoDb.Responses;

/// <summary>
/// Adds to the span of a call the units that it consumed, by table, where its caller asked for them
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html).
/// </summary>
internal static class ConsumedUnits
{
    private static ReadOnlySpan<byte> Member => "\"ConsumedCapacity\":"u8;

    /// <summary>Whether a response has them, and somebody listens.</summary>
    public static bool AreWanted(JsonElement request) => Activity.Current is { IsAllDataRequested: true }
        && request.ValueKind == JsonValueKind.Object && request.TryGetProperty("ReturnConsumedCapacity", out var asked)
        && asked.ValueKind == JsonValueKind.String && asked.GetString() is "TOTAL" or "INDEXES";

    /// <summary>Adds those of a response as it goes over the wire.</summary>
    public static void Note(string operation, ReadOnlySpan<byte> response)
    {
        if (response.LastIndexOf(Member) is >= 0 and var at)
        {
            try
            {
                var reader = new Utf8JsonReader(response[(at + Member.Length)..], isFinalBlock: false, default);
                Note(operation, JsonNode.Parse(ref reader));
            }
            catch (JsonException)
            {
                // An attribute of an item has that name, and is something else.
            }
        }
    }

    /// <summary>Adds them: an object, or one for each table.</summary>
    public static void Note(string operation, JsonNode? consumed)
    {
        var kind = operation is "GetItem" or "Query" or "Scan" or "BatchGetItem" or "TransactGetItems" ? "read" : "write";
        foreach (var table in consumed is JsonArray tables ? tables : new JsonArray(consumed?.DeepClone()))
        {
            if (table?["TableName"] is JsonValue name && table["CapacityUnits"] is JsonValue units && units.TryGetValue(out double count))
            {
                Spans.Note("DynamoDB consumes", new("table", name.ToString()), new(kind, count));
            }
        }
    }
}
