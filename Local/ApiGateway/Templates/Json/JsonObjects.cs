using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.Templates.Json;

/// <summary>Makes of JSON the maps, lists and values that templates work with.</summary>
internal static class JsonObjects
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 256 };

    /// <summary>The value of a JSON text.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static object? Parse(string json)
    {
        using var document = JsonDocument.Parse(json, Reading);
        return From(document.RootElement);
    }

    /// <summary>The value of a node.</summary>
    public static object? From(JsonNode? node) => node is null ? null : Parse(node.ToJsonString());

    private static object? From(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var map = new JavaMap { MissingIsEmpty = true };
                foreach (var member in element.EnumerateObject())
                {
                    map.Put(member.Name, From(member.Value));
                }

                return map;
            case JsonValueKind.Array:
                var list = new JavaList { IsJson = true };
                foreach (var item in element.EnumerateArray())
                {
                    list.Add(From(item));
                }

                return list;
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return Number(element);
            case JsonValueKind.True or JsonValueKind.False:
                return element.GetBoolean();
            default:
                return null;
        }
    }

    private static object Number(JsonElement element)
    {
        if (element.TryGetInt32(out var small))
        {
            return small;
        }

        if (element.TryGetInt64(out var large))
        {
            return large;
        }

        var text = element.GetRawText();
        return text.Length < 100 && BigInteger.TryParse(text, out var whole) ? (object)whole : element.GetDouble();
    }
}
