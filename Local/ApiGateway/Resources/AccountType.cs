using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::Account</c>.</summary>
internal sealed class AccountType()
    : ResourceType<AccountProperties>("AWS::ApiGateway::Account", "nothing: logs are written without a role")
{
    protected override ProvisionedResource Provision(TemplateResource resource, AccountProperties properties)
    {
        var id = resource.PhysicalName(64);
        return new(id) { Attributes = new Dictionary<string, string> { ["Id"] = id } };
    }
}
