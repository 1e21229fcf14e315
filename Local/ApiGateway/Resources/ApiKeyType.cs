using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::ApiKey</c>; a value that the template does not set is the same on every start.</summary>
internal sealed class ApiKeyType(UsagePlans plans)
    : ResourceType<ApiKeyProperties>("AWS::ApiGateway::ApiKey", "a value for the header x-api-key")
{
    protected override ProvisionedResource Provision(TemplateResource resource, ApiKeyProperties properties)
    {
        var key = new ApiKey(resource.ShortId(10), properties.Value ?? resource.ShortId(40), properties.Enabled);
        plans.Keys.Add(key.Id, key);
        return new(key.Id) { Attributes = new Dictionary<string, string> { ["APIKeyId"] = key.Id } };
    }
}
