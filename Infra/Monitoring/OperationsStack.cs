using Amazon.CDK;
using Constructs;
using Lexicon.Functions;
using Lexicon.Infra.Api;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Data;
using Lexicon.Infra.Events;
using Lexicon.Infra.Live;
using Lexicon.Infra.Site;

namespace Lexicon.Infra.Monitoring;

/// <summary>Who is told when something is wrong, and where to look then. Nothing depends on it.</summary>
internal sealed class OperationsStack : ExportingStack
{
    public OperationsStack(
        Construct scope, StageSettings settings, DataStack data, EventsStack events, ApiStack api, LiveStack live, SiteStack site)
        : base(scope, "Operations", settings, "Lexicon: alarms, dashboard, saved queries and budget")
    {
        AddStackDependency(data);
        AddStackDependency(events);
        AddStackDependency(api);
        AddStackDependency(live);
        AddStackDependency(site);

        var stackName = StackName;
        var monitored = new MonitoredStage
        {
            Name = settings.StageName,
            ApiStage = settings.Name,
            ApiStack = api.StackName,
            EventsStack = events.StackName,
            TableName = data.TableName,
            DistributionId = site.DistributionId,
            Region = settings.Region,
            Operations =
            [
                .. settings.Handled.Select(route => route.Operation), .. LiveRoutes.Operations,
            ],
            LiveOperations = LiveRoutes.Operations,
            Reactions = settings.Reactions,
        };
        var email = Email("AlarmEmail", "Who is mailed when an alarm goes off or the budget runs out; nobody, if empty");
        var reportEmail = Email("ReportEmail", "Who is mailed when a reader reports a term; nobody, if empty");
        MailedSubscription.Add(this, "ReportMails", events.ReportsTopicArn, reportEmail, "the report itself waits for a moderator.");

        var notifications = new Notifications(this, "Notifications", settings, stackName, email);
        var topicArn = notifications.Topic.TopicArn;
        var runbook = new Runbook(settings.Options.GitHubRepository is [var repository, ..] ? repository : null);
        var alarms = new Alarms(this, "Alarms", [.. AlarmDefinitions.For(monitored)], runbook, topicArn, stackName);
        var dashboard = new Dashboard(this, "Dashboard", monitored, alarms.Arns);
        _ = new SavedQueries(this, "Queries", monitored);
        if (settings.Options.HasBudget)
        {
            _ = new MonthlyBudget(this, "Budget", settings.MonthlyBudget, notifications.Topic);
        }

        if (settings.Options.RecordsDataEvents)
        {
            _ = new DataEvents(this, "DataEvents", settings, data, site);
        }

        Output("DashboardUrl", dashboard.Url, "Whether all is well");
        Output("AlarmTopicArn", topicArn, "What tells of alarms and of the budget: subscribe whatever else should know");
    }

    private CfnParameter Email(string id, string description) => new(this, id, new CfnParameterProps
    {
        Type = "String",
        Default = "",
        AllowedPattern = @"^$|^[^@\s]+@[^@\s]+$",
        ConstraintDescription = "An e-mail address, or nothing",
        Description = description,
    });
}
