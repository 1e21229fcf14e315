using Lexicon.Local.Iam;
using Lexicon.Local.Sqs;

namespace Lexicon.Local.Tests.EventBridge;

/// <summary>https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions.</summary>
public sealed class TopicTargetTests : IAsyncDisposable
{
    private const string Topic = "arn:aws:sns:us-east-1:123456789012:news";
    private readonly RunningEventBridge _events = new();

    public TopicTargetTests()
    {
        _events.Sns.ResourceTypes.Provision("AWS::SNS::Topic", "News", """{ "TopicName": "news" }""");
        _events.Sqs.ResourceTypes.Provision("AWS::SQS::QueuePolicy", "Policy", """
            { "Queues": ["letters"], "PolicyDocument": { "Version": "2012-10-17", "Statement": {
              "Effect": "Allow", "Principal": { "Service": "sns.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*" } } }
            """);
        _events.Sns.ResourceTypes.Provision("AWS::SNS::Subscription", "Letters", $$"""
            { "TopicArn": "{{Topic}}", "Protocol": "sqs", "Endpoint": "{{RunningEventBridge.QueueArn}}", "RawMessageDelivery": true }
            """);
        _events.RuleTo($$"""{ "Id": "t", "Arn": "{{Topic}}", "InputPath": "$.detail" }""");
    }

    public ValueTask DisposeAsync() => _events.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Topic_PublishesWhereItsPolicyLetsEventBridge(bool allows)
    {
        _events.Sns.ResourceTypes.Provision("AWS::SNS::TopicPolicy", "TopicPolicy", $$"""
            { "Topics": ["{{Topic}}"], "PolicyDocument": { "Version": "2012-10-17", "Statement": {
              "Effect": "{{(allows ? "Allow" : "Deny")}}", "Principal": { "Service": "events.amazonaws.com" }, "Action": "sns:Publish",
              "Resource": "{{Topic}}" } } }
            """);

        await _events.StartAsync();
        _events.Service.Put(RunningEventBridge.Sold());
        var received = await ((IQueues)_events.Sqs).ReceiveAsync(
            RunningEventBridge.QueueArn, Caller.Root, 10, TimeSpan.Zero, default);

        string[] expected = allows ? ["""{"item":"tea","count":2}"""] : [];
        Assert.Equal(expected, received.Select(message => message.Body));
    }
}
