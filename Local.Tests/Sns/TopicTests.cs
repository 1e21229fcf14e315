using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.Sns;

/// <summary>What topics and subscriptions are, and how they are read.</summary>
public sealed class TopicTests : IDisposable
{
    private readonly RunningSns _sns = new();

    public void Dispose() => _sns.Dispose();

    [Fact]
    public void Topic_WithoutAName_GetsTheOneOfCloudFormation()
    {
        var provisioned = _sns.Provision("AWS::SNS::Topic", """{ "KmsMasterKeyId": "key" }""", "Other");

        Assert.Matches("^arn:aws:sns:us-east-1:123456789012:Test-Other-[A-Z0-9]{12}$", provisioned.Ref);
        Assert.Equal(provisioned.Ref, provisioned.Attributes["TopicArn"]);
        Assert.Equal(provisioned.Ref[(provisioned.Ref.LastIndexOf(':') + 1)..], provisioned.Attributes["TopicName"]);
    }

    [Fact]
    public async Task Topics_AreListedWithTheirSubscriptions()
    {
        _sns.Provision(
            "AWS::SNS::Topic",
            $$"""{ "TopicName": "more", "Subscription": [{ "Protocol": "sqs", "Endpoint": "{{RunningSns.Queue}}" }] }""",
            "More");

        var topics = await _sns.AskAsync("Action=ListTopics");
        var subscriptions = await _sns.AskAsync("Action=ListSubscriptionsByTopic&TopicArn=arn:aws:sns:us-east-1:123456789012:more");

        Assert.Equal(
            ["arn:aws:sns:us-east-1:123456789012:more", RunningSns.Topic], RunningSns.Members(topics, "Topics", "TopicArn"));
        Assert.Equal([RunningSns.Queue], RunningSns.Members(subscriptions, "Subscriptions", "Endpoint"));
    }

    [Fact]
    public async Task Attributes_OfATopic_AreAws()
    {
        var attributes = RunningSns.Attributes(await _sns.AskAsync($"Action=GetTopicAttributes&TopicArn={RunningSns.Topic}"));

        Assert.Equal(
            [
                "DisplayName", "EffectiveDeliveryPolicy", "Owner", "Policy", "SubscriptionsConfirmed", "SubscriptionsDeleted",
                "SubscriptionsPending", "TopicArn",
            ],
            attributes.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("""{"Version":"2008-10-17","Id":"__default_policy_ID",""", attributes["Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_OfASubscription_AreAws()
    {
        var arn = _sns.Subscribe("sqs", RunningSns.Queue, $$"""
            { "RawMessageDelivery": "true", "FilterPolicy": { "a": ["x"] },
              "RedrivePolicy": { "deadLetterTargetArn": "{{RunningSns.DeadLetters}}" } }
            """);

        var attributes = RunningSns.Attributes(await _sns.AskAsync($"Action=GetSubscriptionAttributes&SubscriptionArn={arn}"));

        Assert.Matches($"^{RunningSns.Topic}:[0-9a-f]{{8}}(-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}$", arn);
        Assert.Equal(
            [
                "ConfirmationWasAuthenticated", "Endpoint", "FilterPolicy", "FilterPolicyScope", "Owner", "PendingConfirmation", "Protocol",
                "RawMessageDelivery", "RedrivePolicy", "SubscriptionArn", "SubscriptionPrincipal", "TopicArn",
            ],
            attributes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("""{"a":["x"]}""", attributes["FilterPolicy"]);
        Assert.Equal(("true", "MessageAttributes"), (attributes["RawMessageDelivery"], attributes["FilterPolicyScope"]));
    }

    [Fact]
    public async Task Subscription_ThatIsNotThere_IsNotFound() => Assert.Equal(
        (404, "NotFound", "Subscription does not exist"),
        await _sns.RefusedAsync($"Action=GetSubscriptionAttributes&SubscriptionArn={RunningSns.Topic}:1"));

    [Fact]
    public async Task SubscriptionArn_ThatIsNone_IsNotLookedFor() => Assert.Equal(
        (400, "InvalidParameter", "Invalid parameter: SubscriptionArn Reason: An ARN must have at least 6 elements, not 1"),
        await _sns.RefusedAsync("Action=GetSubscriptionAttributes&SubscriptionArn=x"));

    [Theory]
    [InlineData("""{ "TracingConfig": "On" }""", "property 'TracingConfig' is not valid: it must be PassThrough or Active, not 'On'")]
    [InlineData("""{ "ContentBasedDeduplication": true }""", "property 'ContentBasedDeduplication' is not valid: a standard topic")]
    public void Topic_ThatIsNone_EndsTheStart(string properties, string message) => Assert.Contains(
        message,
        Assert.Throws<StartupException>(() => _sns.Provision("AWS::SNS::Topic", properties, "Other")).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Endpoint_ThatIsSubscribedTwiceInTheSameWay_GetsEachNotificationOnce()
    {
        var first = _sns.Subscribe("sqs", RunningSns.Queue, """{ "FilterPolicy": { "a": [{ "exists": false }] } }""");
        var second = _sns.Subscribe(
            "sqs", RunningSns.Queue, """{ "FilterPolicy": { "a": [{ "exists": false }] } }""", logicalId: "Again");

        await _sns.AskAsync($"Action=Publish&TopicArn={RunningSns.Topic}&Message=x");

        Assert.Equal(first, second);
        Assert.Single(await _sns.ReceiveAsync());
    }

    [Fact]
    public void Endpoint_ThatIsSubscribedAgainInAnotherWay_EndsTheStart()
    {
        _sns.Subscribe("sqs", RunningSns.Queue);

        var refusal = Assert.Throws<StartupException>(
            () => _sns.Subscribe("sqs", RunningSns.Queue, """{ "RawMessageDelivery": true }""", logicalId: "Again"));

        Assert.EndsWith(
            "Invalid parameter: Attributes Reason: Subscription already exists with different attributes", refusal.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Subscribe")]
    [InlineData("CreateTopic")]
    public async Task Operation_ThatIsNotServed_IsRefusedByName(string operation)
    {
        var (status, code, message) = await _sns.RefusedAsync($"Action={operation}");

        Assert.Equal((400, "InvalidAction"), (status, code));
        Assert.StartsWith($"{operation} is not supported.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https", "https://example.com", "{}", "is not supported locally: subscriptions of the protocol https are not supported")]
    [InlineData("pigeon", "a", "{}", "is not valid: Amazon SNS does not support this protocol string: pigeon")]
    [InlineData("sqs", "http://localhost/letters", "{}", "'http://localhost/letters' must be an ARN of sqs")]
    [InlineData(
        "sqs",
        "arn:aws:sqs:us-east-1:123456789012:order.fifo",
        "{}",
        "FIFO SQS Queues can not be subscribed to standard SNS topics")]
    [InlineData("email", "a@example.com", """{ "RawMessageDelivery": true }""", "the protocol email does not have it; it must be false")]
    [InlineData(
        "email",
        "a@example.com",
        """{ "RedrivePolicy": { "maxReceiveCount": 1 } }""",
        "it must have deadLetterTargetArn, the ARN of a queue, and nothing else")]
    public void Subscription_ThatIsNone_EndsTheStart(string protocol, string endpoint, string more, string reason)
    {
        var mistake = Assert.ThrowsAny<Exception>(() => _sns.Subscribe(protocol, endpoint, more));

        Assert.Contains(reason, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Subscription_ToNoTopic_EndsTheStart()
    {
        var mistake = Assert.ThrowsAny<Exception>(() => _sns.Subscribe("sqs", RunningSns.Queue, topic: RunningSns.Topic + "2"));

        Assert.Contains($"refers to the topic {RunningSns.Topic}2, which does not exist", mistake.Message, StringComparison.Ordinal);
    }
}
