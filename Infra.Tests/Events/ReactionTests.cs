namespace Lexicon.Infra.Tests.Events;

/// <summary>Each row of the table of reactions is one function, which its event runs and nothing else.</summary>
public sealed class ReactionTests
{
    [Theory, InEveryVariant]
    public void EveryReaction_HasOneFunctionOfItsOwn(string stage) => Assert.Equal(
        Reactions.All.Select(reaction => (reaction.Name, $"{reaction.TimeoutSeconds}")),
        Events(stage).OfType("AWS::Lambda::Function")
            .Select(function => (function.Text("Environment.Variables.OPERATION"), function.Text("Timeout"))));

    [Theory, InEveryVariant]
    public void UploadedImage_RunsTheVersionThatIsLive_AndIsKeptWhereItIsNotTaken(string stage)
    {
        var events = Events(stage);
        var rule = events.Only("AWS::Events::Rule");
        var alias = events.OfType("AWS::Lambda::Alias").Single(one => one.LogicalId.StartsWith("CheckImage", StringComparison.Ordinal));
        rule.Says(
            ("EventPattern.source", "aws.s3"), ("EventPattern.detail-type", "Object Created"),
            ("EventPattern.detail.bucket.name", $"${{import Lexicon-{Stages.Named(stage).Name}-Data-ImagesBucketName}}"),
            ("EventPattern.detail.object.key.0.prefix", "uploads/"), ("State", "ENABLED"));
        var target = Assert.Single(rule.Items("Targets"));

        Assert.Equal(alias.Ref, Intrinsics.Render(target["Arn"]));
        Assert.Equal(events.At("DeadLetters/Queue/Resource").Arn, Intrinsics.Render(target["DeadLetterConfig"]!["Arn"]));
    }

    private static Template Events(string stage) => Stages.Named(stage).Stack("Events");
}
