using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Lexicon.Infra.Monitoring;

/// <summary>
/// The questions that the runbook asks of the logs, saved in CloudWatch Logs Insights in a folder of the stage's name:
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html.
/// </summary>
internal sealed class SavedQueries : Construct
{
    public SavedQueries(Construct scope, string id, MonitoredStage stage)
        : base(scope, id)
    {
        IReadOnlyList<string> functions = [.. stage.AllFunctions.Select(stage.Log)];
        foreach (var query in Query.All)
        {
            _ = new CfnQueryDefinition(this, query.Id, new CfnQueryDefinitionProps
            {
                Name = $"{stage.Name}/{query.Name}",
                LogGroupNames = query.AsksTheApi ? [stage.AccessLog] : [.. functions],
                QueryString = query.Text,
            });
        }
    }
}
