using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Lexicon.Local.Sns.Api;

/// <summary>
/// The members of a response: lists have <c>member</c> elements, the map <c>Attributes</c> has <c>entry</c> elements
/// (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html).
/// </summary>
internal static class QueryDocument
{
    /// <summary>The namespace of the elements.</summary>
    public static readonly XNamespace Schema = SnsException.Schema;

    private const string Map = "Attributes";

    /// <summary>The result of an operation.</summary>
    public static XElement Write(string operation, JsonObject response) => Element($"{operation}Result", response);

    /// <summary>The same for callers that want JSON.</summary>
    public static JsonObject WriteJson(string operation, JsonObject response)
    {
        if (operation == "Publish")
        {
            response.TryAdd("SequenceNumber", null);
        }

        return response;
    }

    private static XElement Element(string name, JsonNode? value) => new(Schema + name, value switch
    {
        JsonObject map when name == Map => map.Select(entry => new XElement(
            Schema + "entry", Element("key", entry.Key), Element("value", entry.Value))),
        JsonObject members => members.Select(member => Element(member.Key, member.Value)),
        JsonArray list => list.Select(item => Element("member", item)),
        _ => value?.ToString() ?? "",
    });
}
