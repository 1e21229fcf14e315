using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::RequestValidator</c>.</summary>
internal sealed class RequestValidatorType(RestApis apis)
    : ResourceType<RequestValidatorProperties>("AWS::ApiGateway::RequestValidator", "a check of requests before the integration")
{
    protected override ProvisionedResource Provision(TemplateResource resource, RequestValidatorProperties properties)
    {
        var id = resource.ShortId(6);
        apis.Require(resource, properties.RestApiId).Validators
            .Add(id, new(properties.ValidateRequestBody, properties.ValidateRequestParameters));
        return new(id) { Attributes = new Dictionary<string, string> { ["RequestValidatorId"] = id } };
    }
}
