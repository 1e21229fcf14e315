using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
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

        var stackName = StackName;
        var code = Code.FromAsset(package);
        var deadLetters = new DeadLetters(this, "DeadLetters", stackName).Queue;
        var rollout = settings.DeploysGradually
            ? new Rollout(this, "Rollout", settings, stackName, [.. settings.Reactions.Select(reaction => reaction.Name)])
            : null;

        foreach (var reaction in settings.Reactions)
        {
            var operation = new Operation(this, reaction.Name, new OperationProps
            {
                Operation = reaction.Name,
                Description = reaction.Summary,
                TimeoutSeconds = reaction.TimeoutSeconds,
                Name = Operation.NameOf(stackName, reaction.Name),
                Code = code,
                Permissions = Permissions.For(reaction.Name),
                Images = Permissions.OfImages(reaction.Name),
                TableName = data.TableName,
                TableArn = FormatArn(new ArnComponents { Service = "dynamodb", Resource = "table", ResourceName = data.TableName }),
                TableKeyArn = data.TableKeyArn,
                ImagesBucketName = data.ImagesBucketName,
                Variables = new Dictionary<string, string>(),
                DeadLetters = deadLetters,
                DeadLettersArn = deadLetters.QueueArn,
                Settings = settings,
            });
            rollout?.Add(operation, reaction.Name);
            _ = new ReactionTrigger(operation, "Trigger", reaction.Trigger, operation.Live, data, deadLetters);
        }
    }
}
