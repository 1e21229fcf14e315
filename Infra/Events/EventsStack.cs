using Constructs;
using Lexicon.Functions;
using Lexicon.Infra.Api;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Data;

namespace Lexicon.Infra.Events;

/// <summary>What deals with events and is called by nobody: every row of the table of reactions with its function and its rule.</summary>
internal sealed class EventsStack : ExportingStack
{
    public EventsStack(Construct scope, StageSettings settings, DataStack data, string package)
        : base(scope, "Events", settings, "Lexicon: what deals with events")
    {
        AddStackDependency(data);

        var reports = new Reports(this, "Reports", StackName);
        ReportsTopicArn = Export("ReportsTopicArn", reports.TopicArn, "Where API Gateway publishes a report");
        ReportsKeyArn = Export("ReportsKeyArn", reports.KeyArn, "What that topic is encrypted with");

        var functions = new StackFunctions(this, settings, data, package, [.. settings.Reactions.Select(reaction => reaction.Name)]);
        foreach (var reaction in settings.Reactions)
        {
            var operation = functions.Add(functions.Describe(reaction.Name, reaction.Summary) with
            {
                TimeoutSeconds = reaction.TimeoutSeconds,
                Permissions = Permissions.For(reaction.Name),
                Images = Permissions.OfImages(reaction.Name),
                Statements = reaction.Trigger is TermReported ? [reports.Receive] : [],
            });
            if (reaction.Trigger is TermReported)
            {
                reports.BringTo(operation.Live);
            }
            else
            {
                _ = new ReactionTrigger(operation, "Trigger", reaction.Trigger, operation.Live, data, functions.DeadLetters);
            }
        }
    }

    /// <summary>The topic of reports, as another stack imports it.</summary>
    public string ReportsTopicArn { get; }

    /// <summary>Its key, as another stack imports it.</summary>
    public string ReportsKeyArn { get; }
}
