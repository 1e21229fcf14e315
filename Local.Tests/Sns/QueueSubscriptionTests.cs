using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Local.Sns;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Tests.Sns;

/// <summary>https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html.</summary>
public sealed partial class QueueSubscriptionTests : IDisposable
{
    private readonly RunningSns _sns = new();

    public void Dispose() => _sns.Dispose();

    [Fact]
    public async Task Queue_GetsTheNotificationInAwsLayout()
    {
        var subscription = _sns.Subscribe("sqs", RunningSns.Queue);

        var id = await _sns.Topics.PublishAsync(RunningSns.Topic, new NewNotification("Hä \"1\"", "Hello")
        {
            Attributes = new Dictionary<string, MessageAttribute>
            {
                ["kind"] = MessageAttribute.Text("test"),
                ["raw"] = new("Binary", null, [2, 3, 4]),
            },
        });

        var body = Assert.Single(await _sns.ReceiveAsync()).Body;
        Assert.Equal(
            $$"""
            {
              "Type" : "Notification",
              "MessageId" : "{{id}}",
              "TopicArn" : "{{RunningSns.Topic}}",
              "Subject" : "Hello",
              "Message" : "Hä \"1\"",
              "Timestamp" : "2026-11-22T10:15:30.123Z",
              "SignatureVersion" : "1",
              "Signature" : "...",
              "SigningCertURL" : "http://localhost:9202/SimpleNotificationService-....pem",
              "UnsubscribeURL" : "http://localhost:9202/?Action=Unsubscribe&SubscriptionArn={{subscription}}",
              "MessageAttributes" : {
                "kind" : {"Type":"String","Value":"test"},
                "raw" : {"Type":"Binary","Value":"AgME"}
              }
            }
            """.ReplaceLineEndings("\n"),
            Varying().Replace(body, "$1..."));
    }

    [Fact]
    public async Task RawDelivery_IsTheMessageWithItsAttributes()
    {
        _sns.Subscribe("sqs", RunningSns.Queue, """{ "RawMessageDelivery": true }""");

        await _sns.AskAsync($"Action=Publish&TopicArn={RunningSns.Topic}&Message=one&MessageAttributes.entry.1.Name=n"
            + "&MessageAttributes.entry.1.Value.DataType=Number&MessageAttributes.entry.1.Value.StringValue=99.12");

        var message = Assert.Single(await _sns.ReceiveAsync());
        Assert.Equal("one", message.Body);
        Assert.Equal(new MessageAttribute("Number", "99.12"), message.MessageAttributes["n"]);
    }

    [Fact]
    public async Task Trace_OfThePublisher_IsThatOfTheMessage()
    {
        const string Trace = "Root=1-3152b799-8954dae64eda91bc9a23a7e8;Parent=7fa8c0f79203be72;Sampled=1";
        _sns.Subscribe("sqs", RunningSns.Queue);

        await _sns.SendAsync($"Action=Publish&TopicArn={RunningSns.Topic}&Message=one", trace: Trace);

        var message = Assert.Single(await _sns.ReceiveAsync());
        Assert.Contains(KeyValuePair.Create("AWSTraceHeader", Trace), message.Attributes);
        Assert.Contains(KeyValuePair.Create("SenderId", "AIDAIT2UOQQY3AUEKVGXU"), message.Attributes);
    }

    [Fact]
    public async Task Queue_WhosePolicyIsForAnotherTopic_GetsNothingAndTheTerminalSaysWhy()
    {
        _sns.AddQueue("closed", topic: "arn:aws:sns:us-east-1:123456789012:other");
        _sns.Subscribe("sqs", "arn:aws:sqs:us-east-1:123456789012:closed");

        await _sns.Topics.PublishAsync(RunningSns.Topic, new NewNotification("one"));

        Assert.Empty(await _sns.ReceiveAsync("arn:aws:sqs:us-east-1:123456789012:closed"));
        Assert.StartsWith(
            $"A notification of {RunningSns.Topic} for arn:aws:sqs:us-east-1:123456789012:closed is lost: User: sns.amazonaws.com is not "
                + "authorized to perform: sqs:SendMessage",
            Assert.Single(_sns.Said),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Notification_ThatCannotBeDelivered_GoesToTheDeadLetterQueue(bool isRaw)
    {
        _sns.AddQueue("dead");
        _sns.Subscribe("sqs", "arn:aws:sqs:us-east-1:123456789012:gone", $$"""
            { "RawMessageDelivery": {{(isRaw ? "true" : "false")}},
              "RedrivePolicy": { "deadLetterTargetArn": "{{RunningSns.DeadLetters}}" } }
            """);

        await _sns.Topics.PublishAsync(RunningSns.Topic, new NewNotification("one"));

        var body = Assert.Single(await _sns.ReceiveAsync(RunningSns.DeadLetters)).Body;
        Assert.Equal("one", isRaw ? body : (string?)JsonNode.Parse(body)!["Message"]);
        Assert.Empty(_sns.Said);
    }

    [Fact]
    public async Task StructuredMessage_IsAnotherOneForEachProtocol()
    {
        _sns.Subscribe("sqs", RunningSns.Queue, """{ "RawMessageDelivery": true }""");

        foreach (var message in (string[])["""{"default":"d","sqs":"q"}""", """{"default":"d","sqs":7}"""])
        {
            await _sns.AskAsync(
                $"Action=Publish&TopicArn={RunningSns.Topic}&MessageStructure=json&Message={Uri.EscapeDataString(message)}");
        }

        Assert.Equal(["q", "d"], (await _sns.ReceiveAsync()).Select(message => message.Body));
    }

    [GeneratedRegex("(\"Signature\" : \"|SimpleNotificationService-)([^\".]+)")]
    private static partial Regex Varying();
}
