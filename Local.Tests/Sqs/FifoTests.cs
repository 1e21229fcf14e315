using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.Sqs;

/// <summary>https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fifo-queues.html.</summary>
public sealed class FifoTests : IDisposable
{
    private const string Order = "http://localhost:9202/123456789012/order.fifo";
    private readonly RunningSqs _letters = new();

    public FifoTests() => _letters.Provision(
        "AWS::SQS::Queue", """{ "QueueName": "order.fifo", "FifoQueue": true, "ContentBasedDeduplication": true }""", "Order");

    public void Dispose() => _letters.Dispose();

    [Fact]
    public async Task Group_IsBlockedWhileOneOfItsMessagesIsInFlight()
    {
        await SendAsync("a1", "a");
        await SendAsync("a2", "a");
        await SendAsync("b1", "b");

        var first = await ReceiveAsync(1);
        var others = await ReceiveAsync(10);
        await DeleteAsync(first[0]!);
        var next = await ReceiveAsync(10);

        Assert.Equal(["a1"], Bodies(first));
        Assert.Equal(["b1"], Bodies(others));
        Assert.Equal(["a2"], Bodies(next));
    }

    [Fact]
    public async Task Messages_OfAGroup_ComeTogetherAndInOrder()
    {
        await SendAsync("a1", "a");
        await SendAsync("b1", "b");
        await SendAsync("a2", "a");

        Assert.Equal(["a1", "a2"], Bodies(await ReceiveAsync(2)));
    }

    [Fact]
    public async Task Message_WhoseTimeIsOver_ComesBeforeThoseAfterIt()
    {
        await SendAsync("a1", "a");
        await SendAsync("a2", "a");
        await ReceiveAsync(1);
        _letters.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(["a1", "a2"], Bodies(await ReceiveAsync(10)));
    }

    [Fact]
    public async Task Message_HasItsGroupItsIdAndItsNumber()
    {
        var sent = await SendAsync("a1", "a");

        var attributes = (await ReceiveAsync(1))[0]!["Attributes"]!;

        Assert.Equal("a", (string?)attributes["MessageGroupId"]);
        Assert.Equal("f55ff16f66f43360266b95db6f8fec01d76031054306ae4a4b380598f6cfd114", (string?)attributes["MessageDeduplicationId"]);
        Assert.Equal((string?)sent["SequenceNumber"], (string?)attributes["SequenceNumber"]);
        Assert.Matches("^[0-9]{20}$", (string)sent["SequenceNumber"]!);
    }

    /// <summary>https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html.</summary>
    [Fact]
    public async Task Attempt_MadeAgain_GetsTheSameMessagesWithTheSameReceipts_AndHidesThemForAsLongAgain()
    {
        await SendAsync("a1", "a");
        await SendAsync("a2", "a");
        var first = await AttemptAsync("try-1");
        _letters.Clock.Advance(TimeSpan.FromSeconds(20));

        var again = await AttemptAsync("try-1");
        var other = await AttemptAsync("try-2");
        _letters.Clock.Advance(TimeSpan.FromSeconds(20));
        var later = await ReceiveAsync(10);

        Assert.Equal(["a1", "a2"], Bodies(first));
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Empty(other);
        Assert.Empty(later);
    }

    [Fact]
    public async Task Attempt_WhoseMessagesWereChanged_CannotBeMadeAgain_AndIsANewOneWhenTheirTimeIsOver()
    {
        await SendAsync("a1", "a");
        await SendAsync("a2", "a");
        var first = await AttemptAsync("try-1");
        await DeleteAsync(first[0]!);

        var refusal = await _letters.RefusedAsync("ReceiveMessage", Attempt("try-1"));
        _letters.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(
            (
                400,
                "InvalidParameterValueException",
                "Value try-1 for parameter ReceiveRequestAttemptId is invalid. Reason: The receiveRequestAttemptId is not valid anymore "
                    + "since the receive call is not retryable."),
            refusal);
        Assert.Equal(["a2"], Bodies(await AttemptAsync("try-1")));
    }

    [Fact]
    public async Task Duplicate_WithinFiveMinutes_IsTakenAndNotDelivered()
    {
        var first = await SendAsync("a1", "a");
        await DeleteAsync((await ReceiveAsync(1))[0]!);

        var second = await SendAsync("a1", "b");
        var none = await ReceiveAsync(10);
        _letters.Clock.Advance(TimeSpan.FromMinutes(5));
        await SendAsync("a1", "a");

        Assert.Equal((string?)first["MessageId"], (string?)second["MessageId"]);
        Assert.Equal((string?)first["SequenceNumber"], (string?)second["SequenceNumber"]);
        Assert.Empty(none);
        Assert.Equal(["a1"], Bodies(await ReceiveAsync(10)));
    }

    [Fact]
    public async Task Duplicate_AfterARestart_IsStillOne()
    {
        var first = await SendAsync("a1", "a");
        var next = _letters.Restart();
        _letters.Provision(
            "AWS::SQS::Queue", """{ "QueueName": "order.fifo", "FifoQueue": true, "ContentBasedDeduplication": true }""", "Order", next);

        var second = await _letters.AskAsync(
            "SendMessage", $$"""{ "QueueUrl": "{{Order}}", "MessageBody": "a1", "MessageGroupId": "a" }""", next);

        Assert.Equal((string?)first["MessageId"], (string?)second["MessageId"]);
    }

    [Fact]
    public async Task Duplicate_OfAnotherGroup_IsNoneWhereTheScopeIsTheGroup()
    {
        _letters.Provision(
            "AWS::SQS::Queue",
            """
            { "QueueName": "groups.fifo", "FifoQueue": true, "DeduplicationScope": "messageGroup",
              "FifoThroughputLimit": "perMessageGroupId" }
            """,
            "Groups");
        foreach (var group in (string[])["a", "b", "a"])
        {
            await _letters.AskAsync("SendMessage", $$"""
                { "QueueUrl": "groups.fifo", "MessageBody": "{{group}}", "MessageGroupId": "{{group}}", "MessageDeduplicationId": "1" }
                """);
        }

        Assert.Equal(["a", "b"], await _letters.ReceiveAsync("""{ "QueueUrl": "groups.fifo", "MaxNumberOfMessages": 10 }"""));
    }

    [Theory]
    [InlineData("order.fifo", "{}", "MissingRequiredParameterException", "The request must contain the parameter MessageGroupId.")]
    [InlineData(
        "order.fifo",
        """{ "MessageGroupId": "a", "DelaySeconds": 2 }""",
        "InvalidParameterValueException",
        "Value 2 for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for this queue type.")]
    [InlineData(
        "letters",
        """{ "MessageDeduplicationId": "1" }""",
        "InvalidParameterValueException",
        "Value 1 for parameter MessageDeduplicationId is invalid. Reason: The request include parameter that is not valid for this queue "
            + "type.")]
    public async Task Message_ForTheOtherTypeOfQueue_IsRefused(string queue, string members, string type, string message)
    {
        var request = JsonNode.Parse(members)!;
        (request["QueueUrl"], request["MessageBody"]) = (queue, "x");

        Assert.Equal((400, type, message), await _letters.RefusedAsync("SendMessage", request.ToJsonString()));
    }

    [Fact]
    public async Task Receipt_WhoseTimeIsOver_HasExpired()
    {
        await SendAsync("a1", "a");
        var receipt = (string)(await ReceiveAsync(1))[0]!["ReceiptHandle"]!;
        _letters.Clock.Advance(TimeSpan.FromSeconds(30));

        var refusal = await _letters.RefusedAsync(
            "DeleteMessage", new JsonObject { ["QueueUrl"] = Order, ["ReceiptHandle"] = receipt }.ToJsonString());

        Assert.Equal($"Value {receipt} for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.", refusal.Message);
    }

    [Theory]
    [InlineData("""{ "QueueName": "order2", "FifoQueue": true }""", "the name of a FIFO queue must end with .fifo; 'order2' does not")]
    [InlineData("""{ "QueueName": "order2", "ContentBasedDeduplication": true }""", "are for FIFO queues; it must be true")]
    [InlineData("""{ "FifoQueue": true, "DeduplicationScope": "all" }""", "'all' must be queue or messageGroup")]
    public void Queue_ThatIsNone_IsRefused(string properties, string why)
    {
        var mistake = Assert.ThrowsAny<Exception>(() => _letters.Provision("AWS::SQS::Queue", properties, "Order2"));

        Assert.Contains(why, mistake.Message, StringComparison.Ordinal);
    }

    private static string Attempt(string id) =>
        new JsonObject { ["QueueUrl"] = Order, ["MaxNumberOfMessages"] = 10, ["ReceiveRequestAttemptId"] = id }.ToJsonString();

    private async Task<JsonArray> AttemptAsync(string id) =>
        (await _letters.AskAsync("ReceiveMessage", Attempt(id)))["Messages"] as JsonArray ?? [];

    private static IEnumerable<string> Bodies(JsonArray messages) => messages.Select(message => (string)message!["Body"]!);

    private Task<JsonNode> SendAsync(string body, string group) => _letters.AskAsync(
        "SendMessage", $$"""{ "QueueUrl": "{{Order}}", "MessageBody": "{{body}}", "MessageGroupId": "{{group}}" }""");

    private async Task<JsonArray> ReceiveAsync(int most) => (await _letters.AskAsync("ReceiveMessage", $$"""
        { "QueueUrl": "{{Order}}", "MaxNumberOfMessages": {{most}}, "MessageSystemAttributeNames": ["All"] }
        """))["Messages"] as JsonArray ?? [];

    private Task<JsonNode> DeleteAsync(JsonNode message) => _letters.AskAsync("DeleteMessage", new JsonObject
    {
        ["QueueUrl"] = Order,
        ["ReceiptHandle"] = (string)message["ReceiptHandle"]!,
    }.ToJsonString());
}
