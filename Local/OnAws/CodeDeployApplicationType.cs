using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::CodeDeploy::Application</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codedeploy-application.html).
/// </summary>
internal sealed class CodeDeployApplicationType()
    : OnAwsType("AWS::CodeDeploy::Application", "groups deployments; here a start replaces everything at once")
{
    protected override ProvisionedResource Identify(TemplateResource resource) => new(NameOf(resource, "ApplicationName"));
}
