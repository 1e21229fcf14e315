using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Api;

/// <summary>What a function could not deal with waits for a person.</summary>
public sealed class DeadLetterTests
{
    [Theory]
    [InEveryVariant]
    public void EachFunction_LeavesItsDeadLettersInTheOneQueue(string stage)
    {
        var api = Stages.Named(stage).Api;
        var queue = api.Only("AWS::SQS::Queue").LogicalId;

        Assert.All(
            api.OfType("AWS::Lambda::Function"),
            function => Assert.Equal($"${{{queue}.Arn}}", function.Text("DeadLetterConfig.TargetArn")));
    }

    [Theory]
    [InEveryVariant]
    public void Queue_IsEncryptedKeepsLettersForTwoWeeksAndGoesWithItsStack(string stage)
    {
        var queue = Stages.Named(stage).Api.Only("AWS::SQS::Queue");

        Assert.Equal("true", queue.Text("SqsManagedSseEnabled"));
        Assert.Equal("1209600", queue.Text("MessageRetentionPeriod"));
        Assert.Equal(("Delete", "Delete"), (queue.DeletionPolicy, queue.UpdateReplacePolicy));
    }

    [Theory]
    [InEveryVariant]
    public void Queue_RefusesPlainHttp(string stage)
    {
        var api = Stages.Named(stage).Api;
        var queue = api.Only("AWS::SQS::Queue").LogicalId;
        var policy = api.Only("AWS::SQS::QueuePolicy");
        var refusal = Assert.Single(Statement.Of(policy["PolicyDocument"]));

        Assert.Equal($"${{{queue}}}", policy.Text("Queues"));
        Assert.Equal(("Deny", "*"), (refusal.Effect, refusal.Principal));
        Assert.Equal(["sqs:*"], refusal.Actions);
        Assert.Equal([$"${{{queue}.Arn}}"], refusal.Resources);
        Assert.Equal("Bool aws:SecureTransport false", refusal.Condition);
    }
}
