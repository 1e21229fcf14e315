using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Cognito.Resources;

/// <summary>
/// <c>AWS::Cognito::UserPoolDomain</c>: switches the pool's OAuth endpoints and sign-in page on, as on AWS
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html).
/// </summary>
internal sealed class UserPoolDomainType(UserPools pools) : ResourceType<UserPoolDomainProperties>(
    "AWS::Cognito::UserPoolDomain", "the sign-in page and OAuth endpoints of the pool, on the aws endpoint")
{
    protected override ProvisionedResource Provision(TemplateResource resource, UserPoolDomainProperties properties)
    {
        if (pools.Pool(properties.UserPoolId) is null)
        {
            throw resource.NotFound(nameof(properties.UserPoolId), $"the user pool '{properties.UserPoolId}'");
        }

        pools.AddDomain(properties.UserPoolId);
        return new ProvisionedResource(properties.Domain);
    }
}
