using Lexicon.Local.CloudFormation;
using Lexicon.Local.Cognito.Users;

namespace Lexicon.Local.Cognito.Resources;

/// <summary>
/// <c>AWS::Cognito::UserPoolGroup</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolgroup.html).
/// </summary>
internal sealed class UserPoolGroupType(UserPools pools) : ResourceType<UserPoolGroupProperties>(
    "AWS::Cognito::UserPoolGroup", "a group of the pool, in the claim cognito:groups of its members' tokens")
{
    protected override ProvisionedResource Provision(TemplateResource resource, UserPoolGroupProperties properties)
    {
        if (pools.Pool(properties.UserPoolId) is null)
        {
            throw resource.NotFound(nameof(properties.UserPoolId), $"the user pool '{properties.UserPoolId}'");
        }

        var name = properties.GroupName ?? resource.PhysicalName(128);
        pools.Add(new GroupDefinition(properties.UserPoolId, name, properties.Description, properties.Precedence, properties.RoleArn));
        return new ProvisionedResource(name);
    }
}
