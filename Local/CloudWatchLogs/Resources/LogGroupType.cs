using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudWatchLogs.Resources;

/// <summary>
/// <c>AWS::Logs::LogGroup</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html).
/// </summary>
internal sealed class LogGroupType(LogGroups groups)
    : ResourceType<LogGroupProperties>("AWS::Logs::LogGroup", "a folder of log files below the data folder")
{
    protected override ProvisionedResource Provision(TemplateResource resource, LogGroupProperties properties)
    {
        var name = properties.LogGroupName ?? resource.PhysicalName(512);
        groups.Group(name).RetentionInDays = properties.RetentionInDays;
        return new ProvisionedResource(name)
        {
            Attributes = new Dictionary<string, string> { ["Arn"] = Account.Arn("logs", $"log-group:{name}:*") },
        };
    }
}
