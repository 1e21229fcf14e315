using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.Sns;

/// <summary>https://docs.aws.amazon.com/sns/latest/dg/sns-fifo-topics.html.</summary>
public sealed class FifoTests : IDisposable
{
    private const string Topic = "arn:aws:sns:us-east-1:123456789012:order.fifo";
    private const string Queue = "arn:aws:sqs:us-east-1:123456789012:order.fifo";
    private readonly RunningSns _sns = new();

    public FifoTests()
    {
        _sns.Provision("AWS::SNS::Topic", """{ "TopicName": "order.fifo", "FifoTopic": true }""", "Order");
        _sns.AddQueue("order.fifo", """{ "FifoQueue": true }""", Topic);
        _sns.Subscribe("sqs", Queue, topic: Topic);
    }

    public void Dispose() => _sns.Dispose();

    [Fact]
    public async Task Queue_GetsGroupIdAndNumber()
    {
        var result = await PublishAsync("one", "1");

        var message = Assert.Single(await _sns.ReceiveAsync(Queue));
        Assert.Contains(KeyValuePair.Create("MessageGroupId", "a"), message.Attributes);
        Assert.Contains(KeyValuePair.Create("MessageDeduplicationId", "1"), message.Attributes);
        var notification = JsonNode.Parse(message.Body)!.AsObject();
        Assert.Equal(
            ["Type", "MessageId", "SequenceNumber", "TopicArn", "Message", "Timestamp", "UnsubscribeURL"],
            notification.Select(member => member.Key));
        Assert.Equal(result.Sequence, (string?)notification["SequenceNumber"]);
        Assert.Matches("^[0-9]{20}$", result.Sequence);
    }

    [Fact]
    public async Task Duplicate_WithinFiveMinutes_IsTakenAndNotDelivered()
    {
        var first = await PublishAsync("one", "1");
        var second = await PublishAsync("one", "1");
        _sns.Clock.Advance(TimeSpan.FromMinutes(5));
        var third = await PublishAsync("one", "1");

        Assert.Equal(first, second);
        Assert.NotEqual(first, third);
        Assert.Equal(2, (await _sns.ReceiveAsync(Queue)).Count);
    }

    [Theory]
    [InlineData("&MessageDeduplicationId=1", "The MessageGroupId parameter is required for FIFO topics")]
    [InlineData(
        "&MessageGroupId=a",
        "The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly")]
    [InlineData(
        "&MessageGroupId=a%20b&MessageDeduplicationId=1",
        "MessageGroupId Reason: MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length")]
    [InlineData(
        "&MessageGroupId=&MessageDeduplicationId=1",
        "MessageGroupId Reason: MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length")]
    [InlineData(
        "&MessageGroupId=a&MessageDeduplicationId=%C3%A4",
        "MessageDeduplicationId Reason: MessageDeduplicationId can only include alphanumeric and punctuation characters. 1 to 128 in "
            + "length")]
    public async Task Notification_WithoutWhatItNeeds_IsRefused(string members, string reason) => Assert.Equal(
        (400, "InvalidParameter", $"Invalid parameter: {reason}"),
        await _sns.RefusedAsync($"Action=Publish&TopicArn={Topic}&Message=x{members}"));

    [Theory]
    [InlineData(128, 200)]
    [InlineData(129, 400)]
    public async Task Group_HasAtMost128Characters(int length, int status) => Assert.Equal(
        status,
        (await _sns.SendAsync(
            $"Action=Publish&TopicArn={Topic}&Message=x&MessageDeduplicationId=1&MessageGroupId={new string('a', length)}")).Status);

    private async Task<(string Id, string Sequence)> PublishAsync(string message, string id)
    {
        var result = await _sns.AskAsync(
            $"Action=Publish&TopicArn={Topic}&Message={message}&MessageGroupId=a&MessageDeduplicationId={id}");
        return (RunningSns.Text(result, "MessageId"), RunningSns.Text(result, "SequenceNumber"));
    }
}
