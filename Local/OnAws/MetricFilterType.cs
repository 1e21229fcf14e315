using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.OnAws;

/// <summary>
/// <c>AWS::Logs::MetricFilter</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-metricfilter.html).
/// </summary>
internal sealed class MetricFilterType()
    : OnAwsType("AWS::Logs::MetricFilter", "counts log events into a metric; no metric is kept here")
{
    protected override ProvisionedResource Identify(TemplateResource resource) => new(NameOf(resource, "FilterName"));
}
