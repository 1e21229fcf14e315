using Lexicon.Local.CloudFormation;
using Lexicon.Local.Cognito.Users;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Cognito.Resources;

/// <summary>
/// <c>AWS::Cognito::UserPoolClient</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html).
/// </summary>
internal sealed class UserPoolClientType(UserPools pools, Endpoints endpoints) : ResourceType<UserPoolClientProperties>(
    "AWS::Cognito::UserPoolClient", "a public client of the user pool: authorization code with PKCE, and its password flows")
{
    protected override ProvisionedResource Provision(TemplateResource resource, UserPoolClientProperties properties)
    {
        if (properties.GenerateSecret)
        {
            throw resource.Refuse("GenerateSecret", "clients with a secret");
        }

        if (properties.AllowedOAuthFlows.FirstOrDefault(flow => flow is not "code") is { } flow)
        {
            throw resource.Refuse("AllowedOAuthFlows", $"the flow '{flow}'; 'code' is");
        }

        if (properties.SupportedIdentityProviders.FirstOrDefault(provider => provider is not "COGNITO") is { } provider)
        {
            throw resource.Refuse("SupportedIdentityProviders", $"the provider '{provider}'; 'COGNITO' is");
        }

        if (pools.Pool(properties.UserPoolId) is null)
        {
            throw resource.NotFound(nameof(properties.UserPoolId), $"the user pool '{properties.UserPoolId}'");
        }

        var client = new ClientDefinition(resource.ShortId(26), properties with
        {
            CallbackURLs = [.. properties.CallbackURLs.Select(Reachable)],
            LogoutURLs = [.. properties.LogoutURLs.Select(Reachable)],
        });
        _ = client.AccessTokenLife;
        pools.Add(client);
        return new ProvisionedResource(client.Id)
        {
            Attributes = new Dictionary<string, string>
            {
                ["ClientId"] = client.Id,
                ["Name"] = properties.ClientName ?? resource.LogicalId,
            },
        };
    }

    // The runner has no TLS: what a template calls https://{distribution} is http on this machine.
    private string Reachable(string url)
    {
        var secure = $"https://{endpoints.Site.Authority}";
        return url == secure || url.StartsWith(secure + "/", StringComparison.Ordinal)
            ? $"http://{url["https://".Length..]}"
            : url;
    }
}
