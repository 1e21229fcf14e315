using Lexicon.Local.Assembly;

namespace Lexicon.Local.ApiGateway.ResourceTypes;

/// <summary><c>AWS::ApiGateway::Account</c>.</summary>
internal sealed class AccountType()
    : ResourceType<AccountProperties>("AWS::ApiGateway::Account", "nothing: logs are written without a role")
{
    protected override Realised Realise(Resource resource, AccountProperties properties)
    {
        var id = resource.PhysicalName(64);
        return new(id) { Attributes = new Dictionary<string, string> { ["Id"] = id } };
    }
}
