using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// Where references of models lead: into the model itself (<c>#/definitions/NAME</c>, JSON Pointer in a URI fragment), to a
/// schema with an <c>id</c>, or to another model of the API, <c>https://apigateway.amazonaws.com/restapis/ID/models/NAME</c>
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html).
/// </summary>
internal sealed partial class SchemaAddresses
{
    private const string Models = "https://apigateway.amazonaws.com/restapis/api/models/";

    private static readonly string[] Single = ["additionalItems", "additionalProperties", "items", "not"];
    private static readonly string[] Lists = ["allOf", "anyOf", "items", "oneOf"];
    private static readonly string[] ByName = ["definitions", "dependencies", "patternProperties", "properties"];

    private readonly Dictionary<string, JsonObject> _schemas = [];
    private readonly Dictionary<JsonNode, Uri> _bases = new(ReferenceEqualityComparer.Instance);

    /// <summary>The addresses of these models.</summary>
    public SchemaAddresses(IReadOnlyDictionary<string, JsonObject> models)
    {
        foreach (var (name, model) in models)
        {
            var address = new Uri(Models + Uri.EscapeDataString(name));
            _schemas[address.AbsoluteUri] = model;
            Walk(model, address);
        }
    }

    /// <summary>The schema that a reference at this place means, or null.</summary>
    public JsonObject? Find(string reference, JsonObject from)
    {
        JsonNode place = from;
        while (!_bases.ContainsKey(place) && place.Parent is { } parent)
        {
            place = parent;
        }

        var parts = reference.Split('#', 2);
        var head = ModelUri().Replace(parts[0], Models);
        if (!Uri.TryCreate(_bases[place], head, out var address))
        {
            return null;
        }

        var fragment = Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? "");
        var named = _schemas.GetValueOrDefault(WithoutFragment(address));
        return fragment is not ("" or ['/', ..]) ? _schemas.GetValueOrDefault($"{WithoutFragment(address)}#{fragment}")
            : Follow(named, fragment) ?? (head.Length == 0 ? Follow(from.Root, fragment) : null);
    }

    // The steps of a JSON Pointer (RFC 6901).
    private static JsonObject? Follow(JsonNode? node, string pointer)
    {
        foreach (var step in pointer.Split('/').Skip(1))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                JsonObject members => members[name],
                JsonArray items when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    && index < items.Count => items[index],
                _ => null,
            };
        }

        return node as JsonObject;
    }

    private void Walk(JsonNode? node, Uri around)
    {
        if (node is not JsonObject schema)
        {
            return;
        }

        var own = around;
        if (schema["id"] is JsonValue value && value.TryGetValue<string>(out var id) && Uri.TryCreate(around, id, out var address))
        {
            _schemas.TryAdd(address.AbsoluteUri.TrimEnd('#'), schema);
            own = new Uri(WithoutFragment(address));
        }

        _bases[schema] = own;
        JsonNode?[] inside =
        [
            .. Single.Select(name => schema[name]),
            .. Lists.SelectMany(name => schema[name] as JsonArray ?? []),
            .. ByName.SelectMany(name => schema[name] as JsonObject ?? []).Select(member => member.Value),
        ];
        foreach (var other in inside)
        {
            Walk(other, own);
        }
    }

    private static string WithoutFragment(Uri address) => address.AbsoluteUri.Split('#', 2)[0];

    // The API's id in a reference is the one that AWS gave it.
    [GeneratedRegex("^https://apigateway\\.amazonaws\\.com/restapis/[^/]+/models/")]
    private static partial Regex ModelUri();
}
