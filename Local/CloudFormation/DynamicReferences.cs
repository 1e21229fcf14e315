using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lexicon.Local.CloudFormation;

/// <summary>
/// The dynamic references in the resolved properties of a resource: each is replaced by its value before the resource is provisioned, as
/// CloudFormation does, so that no template and no output has a secret.
/// </summary>
internal static partial class DynamicReferences
{
    /// <summary>Replaces them.</summary>
    /// <param name="properties">The properties, without intrinsic functions.</param>
    /// <param name="types">Where the services are found.</param>
    /// <param name="place">How messages name the resource.</param>
    /// <exception cref="StartupException">A reference is of another service, or leads nowhere.</exception>
    public static JsonObject Replace(JsonObject properties, ResourceTypes types, string place) =>
        properties.ToJsonString().Contains("{{resolve:", StringComparison.Ordinal)
            ? (JsonObject)Replaced(properties, types, place)!
            : properties;

    private static JsonNode? Replaced(JsonNode? node, ResourceTypes types, string place) => node switch
    {
        JsonObject members => new JsonObject(
            members.Select(member => KeyValuePair.Create(member.Key, Replaced(member.Value, types, place)))),
        JsonArray items => new JsonArray([.. items.Select(item => Replaced(item, types, place))]),
        JsonValue value when value.TryGetValue<string>(out var text) => Reference().Replace(text, match => Value(match, types, place)),
        _ => node?.DeepClone(),
    };

    private static string Value(Match match, ResourceTypes types, string place)
    {
        var service = types.DynamicReference(match.Groups["service"].Value)
            ?? throw new StartupException($"{place}: the dynamic reference '{match.Value}' is not supported");
        return service.Resolve(match.Groups["reference"].Value)
            ?? throw new StartupException($"{place}: the dynamic reference '{match.Value}' refers to a value that does not exist");
    }

    [GeneratedRegex(@"\{\{resolve:(?<service>[^:{}]+):(?<reference>[^{}]*)\}\}")]
    private static partial Regex Reference();
}
