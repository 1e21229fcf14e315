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
    /// <param name="refuse">Takes the path of a reference of another service, or one that leads nowhere, and what is wrong.</param>
    public static JsonObject Replace(JsonObject properties, ResourceTypes types, Action<string, string> refuse) =>
        properties.ToJsonString().Contains("{{resolve:", StringComparison.Ordinal)
            ? (JsonObject)Replaced(properties, "", types, refuse)!
            : properties;

    private static JsonNode? Replaced(JsonNode? node, string path, ResourceTypes types, Action<string, string> refuse) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(
            member.Key, Replaced(member.Value, PropertyPath.Below(path, member.Key), types, refuse)))),
        JsonArray items => new JsonArray([.. items.Select((item, i) => Replaced(item, PropertyPath.Item(path, i), types, refuse))]),
        JsonValue value when value.TryGetValue<string>(out var text) => Reference().Replace(text, match => Value(match, types, why =>
        {
            refuse(path, why);
            return StandIn.Of(path);
        })),
        _ => node?.DeepClone(),
    };

    private static string Value(Match match, ResourceTypes types, Func<string, string> refuse) =>
        StandIn.IsIn(match.Value) ? match.Value
        : types.DynamicReference(match.Groups["service"].Value) is not { } service
            ? refuse($"the dynamic reference '{match.Value}' is not supported")
        : service.Resolve(match.Groups["reference"].Value)
            ?? refuse($"the dynamic reference '{match.Value}' refers to a value that does not exist");

    [GeneratedRegex(@"\{\{resolve:(?<service>[^:{}]+):(?<reference>[^{}]*)\}\}")]
    private static partial Regex Reference();
}
