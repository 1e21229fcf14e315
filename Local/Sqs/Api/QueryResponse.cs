using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Lexicon.Local.Sqs.Api;

/// <summary>
/// A response of the JSON protocol as the query protocol has it: lists are repeated elements, maps are pairs of name and value
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-query-api-responses.html).
/// </summary>
internal static class QueryResponse
{
    /// <summary>The namespace of the elements.</summary>
    public static readonly XNamespace Schema = "http://queue.amazonaws.com/doc/2012-11-05/";

    // Operations whose response is empty have no result.
    private static readonly HashSet<string> WithoutResult = ["DeleteMessage", "PurgeQueue", "ChangeMessageVisibility"];

    /// <summary>The result of an operation; null where it has none.</summary>
    public static XElement? Write(string operation, JsonObject response) => WithoutResult.Contains(operation)
        ? null
        : new XElement(Schema + $"{operation}Result", Members(operation, response));

    /// <summary>The same for callers that want JSON.</summary>
    public static JsonObject? WriteJson(string operation, JsonObject response) => operation switch
    {
        "SendMessage" => WithNulls(response, "MD5OfMessageAttributes", "MD5OfMessageSystemAttributes", "SequenceNumber"),
        "ReceiveMessage" => new() { ["messages"] = Messages(response["Messages"] as JsonArray) },
        _ => WithoutResult.Contains(operation) ? null : response,
    };

    private static JsonArray? Messages(JsonArray? messages) => messages is null ? null : new(
        [.. messages.Select(message => Pairs(
            WithNulls(message!.AsObject(), "Attributes", "MD5OfMessageAttributes", "MessageAttributes")))]);

    // Maps are lists of pairs.
    private static JsonObject Pairs(JsonObject message) => new(message.Select(member => KeyValuePair.Create(
        member.Key,
        member.Value is not JsonObject map ? member.Value?.DeepClone() : new JsonArray([.. map.Select(
            entry => (JsonNode)new JsonObject { ["Name"] = entry.Key, ["Value"] = entry.Value?.DeepClone() })]))));

    private static JsonObject WithNulls(JsonObject members, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            members.TryAdd(name, null);
        }

        return members;
    }

    private static IEnumerable<XElement> Members(string operation, JsonObject members) => members.SelectMany(member => member.Value switch
    {
        JsonArray list => list.Select(item => Element(operation, ItemOf(operation, member.Key), item)),
        JsonObject map => map.Select(entry => new XElement(
            Schema + ItemOf(operation, member.Key),
            Element(operation, member.Key == "Tags" ? "Key" : "Name", entry.Key),
            Element(operation, "Value", entry.Value))),
        var value => [Element(operation, member.Key, value)],
    });

    private static XElement Element(string operation, string name, JsonNode? value) => new(
        Schema + name,
        value is JsonObject members ? Members(operation, members)
            : value?.GetValueKind() is JsonValueKind.True ? "true"
            : value?.ToString() ?? "");

    // QueueUrls, Messages, Attributes and MessageAttributes: most lists are named after their items.
    private static string ItemOf(string operation, string list) => list switch
    {
        "Successful" or "Results" => $"{operation}ResultEntry",
        "Failed" => "BatchResultErrorEntry",
        "queueUrls" => "QueueUrl",
        _ => list.TrimEnd('s'),
    };
}
