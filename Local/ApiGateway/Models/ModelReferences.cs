using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lexicon.Local.ApiGateway.Models;

/// <summary>
/// Resolves references of a model to others (<c>https://apigateway.amazonaws.com/restapis/ID/models/NAME</c>): all models
/// go into its definitions, and every reference points there.
/// </summary>
internal static partial class ModelReferences
{
    private const string Definitions = "definitions";

    // Below the definitions of the model's own, which keep their names.
    private const string Prefix = "model:";

    /// <summary>The schema of a model on its own.</summary>
    public static JsonObject Resolve(string name, IReadOnlyDictionary<string, JsonObject> schemas)
    {
        var schema = Rewrite(schemas[name], "#")!.AsObject();
        if (schema[Definitions] is not JsonObject definitions)
        {
            schema[Definitions] = definitions = [];
        }

        foreach (var (other, definition) in schemas)
        {
            definitions[Prefix + other] = Rewrite(definition, $"#/{Definitions}/{Prefix}{other}");
        }

        return schema;
    }

    private static JsonNode? Rewrite(JsonNode? node, string root) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(
            member.Key,
            member.Key == "$ref" && member.Value is JsonValue reference && reference.TryGetValue<string>(out var target)
                ? JsonValue.Create(Target(target, root))
                : Rewrite(member.Value, root)))),
        JsonArray items => new JsonArray([.. items.Select(item => Rewrite(item, root))]),
        _ => node?.DeepClone(),
    };

    private static string Target(string target, string root)
        => ModelUri().Match(target) is { Success: true } match ? $"#/{Definitions}/{Prefix}{match.Groups[1].Value}"
            : target.StartsWith('#') ? root + target[1..]
            : target;

    [GeneratedRegex("^https://apigateway.amazonaws.com/restapis/[^/]+/models/([^/#]+)$")]
    private static partial Regex ModelUri();
}
