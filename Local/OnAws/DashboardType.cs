using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::CloudWatch::Dashboard</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-dashboard.html).
/// </summary>
internal sealed class DashboardType()
    : OnAwsType("AWS::CloudWatch::Dashboard", "draws metrics, of which none is kept here; the runner's own page shows the logs")
{
    protected override ProvisionedResource Identify(TemplateResource resource) => new(NameOf(resource, "DashboardName"));
}
