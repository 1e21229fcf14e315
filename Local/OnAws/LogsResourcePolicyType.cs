using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::Logs::ResourcePolicy</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-resourcepolicy.html).
/// </summary>
internal sealed class LogsResourcePolicyType()
    : OnAwsType("AWS::Logs::ResourcePolicy", "lets services of AWS write to log groups; the services here need no permission for it")
{
    protected override ProvisionedResource Identify(TemplateResource resource) => new(NameOf(resource, "PolicyName"));
}
