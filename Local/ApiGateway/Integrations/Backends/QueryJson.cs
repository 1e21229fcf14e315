using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Lexicon.Local.Aws;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>
/// The responses of the query protocol as JSON, as services send them to whoever accepts JSON, and API Gateway does: members in the
/// order of their names, and null for what a response does not have.
/// </summary>
internal static class QueryJson
{
    private static readonly Dictionary<string, string[]> Optional = new()
    {
        ["PublishResult"] = ["SequenceNumber"],
        ["SendMessageResult"] = ["MD5OfMessageAttributes", "MD5OfMessageSystemAttributes", "SequenceNumber"],
    };

    /// <summary>The document as JSON; null: it is not a document.</summary>
    public static byte[]? From(ReadOnlyMemory<byte> xml)
    {
        try
        {
            var root = XDocument.Parse(Encoding.UTF8.GetString(xml.Span)).Root!;

            // An error is not a member of anything.
            var json = root.Name.LocalName is "ErrorResponse" ? Value(root) : new JsonObject { [root.Name.LocalName] = Value(root) };
            return Encoding.UTF8.GetBytes(json!.ToJsonString(AwsJson.Options));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static JsonNode? Value(XElement element)
    {
        if (!element.HasElements && !Optional.ContainsKey(element.Name.LocalName))
        {
            return element.Value;
        }

        if (element.Elements().All(child => child.Name.LocalName is "member") && element.HasElements)
        {
            return new JsonArray([.. element.Elements().Select(Value)]);
        }

        var members = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var name in Optional.GetValueOrDefault(element.Name.LocalName) ?? [])
        {
            members[name] = null;
        }

        foreach (var group in element.Elements().GroupBy(child => child.Name.LocalName))
        {
            members[group.Key] = group.Count() is 1 ? Value(group.First()) : new JsonArray([.. group.Select(Value)]);
        }

        return new JsonObject(members);
    }
}
