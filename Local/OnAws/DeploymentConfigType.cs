using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::CodeDeploy::DeploymentConfig</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codedeploy-deploymentconfig.html).
/// </summary>
internal sealed class DeploymentConfigType()
    : OnAwsType("AWS::CodeDeploy::DeploymentConfig", "says in which steps traffic moves to a new version; here it moves at once")
{
    protected override ProvisionedResource Identify(TemplateResource resource) => new(NameOf(resource, "DeploymentConfigName"));
}
