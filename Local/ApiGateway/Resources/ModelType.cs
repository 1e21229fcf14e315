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
        models.Add(name, ReadSchema(resource, properties.Schema), resource.Place);
        return new(name) { Check = () => models.Check(name) };
    }

    /// <summary>The schema; a template may give it as text, too.</summary>
    /// <exception cref="StartupException">It is not a JSON object.</exception>
    public static JsonObject ReadSchema(TemplateResource resource, JsonNode? schema)
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
