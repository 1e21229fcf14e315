using Lexicon.Local.CloudFormation;
using Lexicon.Local.Cognito.Users;

namespace Lexicon.Local.Cognito.Resources;

/// <summary>
/// <c>AWS::Cognito::UserPool</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html).
/// </summary>
internal sealed class UserPoolType(UserPools pools) : ResourceType<UserPoolProperties>(
    "AWS::Cognito::UserPool", "a user pool in cognito-local, its tokens signed with this installation's key")
{
    protected override ProvisionedResource Provision(TemplateResource resource, UserPoolProperties properties)
    {
        if (properties.MfaConfiguration is "ON")
        {
            throw resource.Refuse("MfaConfiguration", "a required second factor (ON)");
        }

        if (properties.UsernameAttributes.FirstOrDefault(name => name is not "email") is { } other)
        {
            throw resource.Refuse("UsernameAttributes", $"'{other}' as a user name; 'email' is");
        }

        var pool = new PoolDefinition($"{Account.Region}_{resource.ShortId(9)}", properties);
        pools.Add(pool);
        var issuer = pools.Issuer(pool);
        return new ProvisionedResource(pool.Id)
        {
            Attributes = new Dictionary<string, string>
            {
                ["Arn"] = pool.Arn,
                ["ProviderName"] = pools.ProviderName(pool),
                ["ProviderURL"] = issuer.AbsoluteUri,
                ["UserPoolId"] = pool.Id,
            },
        };
    }
}
