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
    private static readonly HashSet<string> WithoutResult = ["DeleteMessage", "PurgeQueue"];

    /// <summary>The result of an operation; null where it has none.</summary>
    public static XElement? Write(string operation, JsonObject response) =>
        WithoutResult.Contains(operation) ? null : new XElement(Schema + $"{operation}Result", Members(response));

    private static IEnumerable<XElement> Members(JsonObject members) => members.SelectMany(member => member.Value switch
    {
        JsonArray list => list.Select(item => Element(Singular(member.Key), item)),
        JsonObject map => map.Select(entry => new XElement(
            Schema + Singular(member.Key), Element("Name", entry.Key), Element("Value", entry.Value))),
        var value => [Element(member.Key, value)],
    });

    private static XElement Element(string name, JsonNode? value) =>
        new(Schema + name, value is JsonObject members ? Members(members) : value?.ToString() ?? "");

    // QueueUrls, Messages, Attributes and MessageAttributes: each list is named after its items.
    private static string Singular(string name) => name.TrimEnd('s');
}
