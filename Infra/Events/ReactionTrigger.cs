using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;
using Constructs;
using Lexicon.Functions;
using Lexicon.Infra.Data;

namespace Lexicon.Infra.Events;

/// <summary>What makes the function of a reaction run.</summary>
internal sealed class ReactionTrigger : Construct
{
    public ReactionTrigger(
        Construct scope, string id, Functions.Trigger trigger, IFunction function, DataStack data, IQueue deadLetters)
        : base(scope, id)
    {
        var pattern = trigger switch
        {
            ImageWritten written => WrittenBelow(written.Prefix, data.ImagesBucketName),
            _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "Nothing says what makes this run."),
        };
        _ = new Rule(this, "Rule", new RuleProps
        {
            Description = "What Lexicon's function deals with",
            EventPattern = pattern,

            // An event that Lambda does not take is kept where those are that the function gave up.
            Targets = [new LambdaFunction(function, new LambdaFunctionProps { DeadLetterQueue = deadLetters })],
        });
    }

    private static EventPattern WrittenBelow(string prefix, string bucket) => new()
    {
        Source = ["aws.s3"],
        DetailType = ["Object Created"],
        Detail = new Dictionary<string, object>
        {
            ["bucket"] = new Dictionary<string, object> { ["name"] = new[] { bucket } },
            ["object"] = new Dictionary<string, object> { ["key"] = Match.Prefix(prefix) },
        },
    };
}
