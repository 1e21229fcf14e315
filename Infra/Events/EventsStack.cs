using Constructs;
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

        var functions = new StackFunctions(this, settings, data, package, [.. settings.Reactions.Select(reaction => reaction.Name)]);
        foreach (var reaction in settings.Reactions)
        {
            var operation = functions.Add(functions.Describe(reaction.Name, reaction.Summary) with
            {
                TimeoutSeconds = reaction.TimeoutSeconds,
                Permissions = Permissions.For(reaction.Name),
                Images = Permissions.OfImages(reaction.Name),
            });
            _ = new ReactionTrigger(operation, "Trigger", reaction.Trigger, operation.Live, data, functions.DeadLetters);
        }
    }
}
