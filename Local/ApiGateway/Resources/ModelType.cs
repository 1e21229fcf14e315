using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::Model</c>.</summary>
internal sealed class ModelType(RestApis apis)
    : ResourceType<ModelProperties>("AWS::ApiGateway::Model", "a JSON Schema of request bodies")
{
    protected override ProvisionedResource Provision(TemplateResource resource, ModelProperties properties)
    {
        var name = properties.Name ?? string.Concat(resource.PhysicalName().Where(char.IsAsciiLetterOrDigit));
        var models = apis.Require(resource, properties.RestApiId).Models;
        models.Add(name, Schema(resource, properties.Schema), resource.Place);
        return new(name) { Check = () => models.Check(name) };
    }

    // A template may give the schema as text, too.
    private static JsonObject Schema(TemplateResource resource, JsonNode? schema)
    {
        try
        {
            var given = schema is JsonValue value && value.TryGetValue<string>(out var text) ? JsonNode.Parse(text) : schema;
            return given is null ? [] : given.DeepClone() as JsonObject
                ?? throw resource.Invalid("Schema", "it must be a JSON object");
        }
        catch (JsonException mistake)
        {
            throw resource.Invalid("Schema", mistake.Message);
        }
    }
}
