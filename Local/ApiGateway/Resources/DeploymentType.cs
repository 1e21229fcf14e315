using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::Deployment</c>. Locally every stage shows the API as the templates have it now.</summary>
internal sealed class DeploymentType(RestApis apis)
    : ResourceType<DeploymentProperties>("AWS::ApiGateway::Deployment", "the REST API as it is in the template")
{
    protected override ProvisionedResource Provision(TemplateResource resource, DeploymentProperties properties)
    {
        var api = apis.Require(resource, properties.RestApiId);
        var id = resource.ShortId(6);
        if (properties.StageName is { } name)
        {
            api.Stages[name] = new Stage(name, id);
        }

        return new(id) { Attributes = new Dictionary<string, string> { ["DeploymentId"] = id } };
    }
}
