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
        apis.Of(resource, properties.RestApiId).Models.Add(name, properties.Schema as JsonObject ?? []);
        return new(name);
    }
}
