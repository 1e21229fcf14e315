using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::CodeDeploy::DeploymentGroup</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codedeploy-deploymentgroup.html).
/// </summary>
internal sealed class DeploymentGroupType()
    : OnAwsType(
        "AWS::CodeDeploy::DeploymentGroup",
        "moves an alias to a new version step by step and back on an alarm; here an alias leads to its version at once")
{
    protected override ProvisionedResource Identify(TemplateResource resource) => new(NameOf(resource, "DeploymentGroupName"));
}
