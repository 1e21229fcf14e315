using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.Assembly;

namespace Lexicon.Local.ApiGateway.ResourceTypes;

/// <summary><c>AWS::ApiGateway::Model</c>.</summary>
internal sealed class ModelType(RestApis apis)
    : ResourceType<ModelProperties>("AWS::ApiGateway::Model", "a JSON Schema of request bodies")
{
    protected override Realised Realise(Resource resource, ModelProperties properties)
    {
        var name = properties.Name ?? string.Concat(resource.PhysicalName().Where(char.IsAsciiLetterOrDigit));
        apis.Of(resource, properties.RestApiId).Models.Add(name, Schema(resource, properties.Schema), resource.Place);
        return new(name);
    }

    // A template may give the schema as text, too.
    private static JsonObject Schema(Resource resource, JsonNode? schema)
    {
        try
        {
            var given = schema is JsonValue value && value.TryGetValue<string>(out var text) ? JsonNode.Parse(text) : schema;
            return given is null ? [] : given.DeepClone() as JsonObject
                ?? throw new Refusal($"{resource.Place}: property 'Schema': it is not a JSON object");
        }
        catch (JsonException mistake)
        {
            throw new Refusal($"{resource.Place}: property 'Schema': {mistake.Message}");
        }
    }
}
