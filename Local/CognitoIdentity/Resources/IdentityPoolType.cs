using System.Security.Cryptography;
using System.Text;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Cognito;

namespace Lexicon.Local.CognitoIdentity.Resources;

/// <summary>
/// <c>AWS::Cognito::IdentityPool</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypool.html).
/// </summary>
internal sealed class IdentityPoolType(IdentityPools pools, IUserPools users) : ResourceType<IdentityPoolProperties>(
    "AWS::Cognito::IdentityPool", "an identity pool: a token of a user pool becomes credentials of a role")
{
    protected override ProvisionedResource Provision(TemplateResource resource, IdentityPoolProperties properties)
    {
        if (properties.AllowClassicFlow)
        {
            throw resource.Refuse(nameof(properties.AllowClassicFlow), "the basic flow; the enhanced flow is");
        }

        foreach (var (provider, index) in properties.CognitoIdentityProviders.Select((provider, index) => (provider, index)))
        {
            var place = $"{nameof(properties.CognitoIdentityProviders)}[{index}]";
            if (users.FindByProviderName(provider.ProviderName) is null)
            {
                throw resource.NotFound($"{place}.ProviderName", $"the user pool '{provider.ProviderName}'");
            }

            if (provider.ServerSideTokenCheck)
            {
                throw resource.Refuse($"{place}.ServerSideTokenCheck", "a token counts until it expires");
            }
        }

        // The same at every start: browsers keep it.
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(resource.Place));
        var id = $"{Account.Region}:{new Guid(digest.AsSpan(0, 16))}";
        pools.Add(new IdentityPool(id, properties));
        return new ProvisionedResource(id)
        {
            Attributes = new Dictionary<string, string>
            {
                ["Id"] = id,
                ["Name"] = properties.IdentityPoolName ?? resource.PhysicalName(128),
            },
        };
    }
}
