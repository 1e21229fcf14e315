using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary><c>AWS::ApiGatewayV2::Model</c>.</summary>
internal sealed class ModelType(WebSocketApis apis)
    : ResourceType<ModelProperties>("AWS::ApiGatewayV2::Model", "a JSON Schema of messages")
{
    protected override ProvisionedResource Provision(TemplateResource resource, ModelProperties properties)
    {
        var models = apis.Require(resource, properties.ApiId).Models;
        models.Add(properties.Name, ApiGateway.Resources.ModelType.ReadSchema(resource, properties.Schema), resource.Place);
        var id = resource.ShortId(6);
        return new(id)
        {
            Attributes = new Dictionary<string, string> { ["ModelId"] = id },
            Check = () => models.Check(properties.Name),
        };
    }
}
