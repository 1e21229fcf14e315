using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.Sqs;

/// <summary>https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html.</summary>
public sealed class RedriveTests : IDisposable
{
    private const string Work = "http://localhost:9202/123456789012/work";
    private const string Letters = "arn:aws:sqs:us-east-1:123456789012:letters";
    private readonly RunningSqs _letters = new();

    public RedriveTests() => Provision("work", $$"""{ "deadLetterTargetArn": "{{Letters}}", "maxReceiveCount": 2 }""");

    public void Dispose() => _letters.Dispose();

    [Fact]
    public async Task Message_ThatIsReceivedTooOften_GoesToTheDeadLetterQueue()
    {
        await FailAsync("one");

        var dead = (await _letters.AskAsync("ReceiveMessage", """{ "MessageSystemAttributeNames": ["All"] }"""))["Messages"]![0]!;

        Assert.Equal("one", (string?)dead["Body"]);
        Assert.Equal("arn:aws:sqs:us-east-1:123456789012:work", (string?)dead["Attributes"]!["DeadLetterQueueSourceArn"]);
        Assert.Equal("1795342530123", (string?)dead["Attributes"]!["SentTimestamp"]);
        Assert.Equal("3", (string?)dead["Attributes"]!["ApproximateReceiveCount"]);
    }

    [Fact]
    public async Task DeadLetter_IsASpanInTheTraceOfItsSender_ThatNamesBothQueues()
    {
        using var spans = new SpanListener();
        var digits = ActivityTraceId.CreateRandom().ToHexString();

        await FailAsync("one", $$"""
            , "MessageSystemAttributes": { "AWSTraceHeader":
                { "DataType": "String", "StringValue": "Root=1-{{digits[..8]}}-{{digits[8..]}}" } }
            """);

        var span = await spans.SingleAsync(span => span.TraceId.ToHexString() == digits);
        Assert.Equal(
            ("SQS puts a message among the dead letters of work", "It was received 2 times, and nobody deleted it: its queue allows 2."),
            (span.DisplayName, span.StatusDescription));
        Assert.Equal(
            ("arn:aws:sqs:us-east-1:123456789012:work", Letters),
            (span.GetTagItem("aws.sqs.queue.arn"), span.GetTagItem("aws.sqs.dead_letter_queue.arn")));
    }

    [Fact]
    public async Task DeadLetter_SurvivesTheRunner()
    {
        await FailAsync("one");

        var next = _letters.Restart();
        _letters.Provision("AWS::SQS::Queue", """{ "QueueName": "letters", "MessageRetentionPeriod": 1209600 }""", service: next);

        Assert.Equal("one", (string?)(await _letters.AskAsync("ReceiveMessage", "{}", next))["Messages"]![0]!["Body"]);
        Assert.Empty(Directory.GetFiles(Path.Combine(_letters.Folder, "sqs", "work")));
    }

    [Fact]
    public async Task Sources_OfADeadLetterQueue_AreListed() => Assert.Equal(
        $$"""{"queueUrls":["{{Work}}"]}""", (await _letters.AskAsync("ListDeadLetterSourceQueues", "{}")).ToJsonString());

    [Theory]
    [InlineData("arn:aws:sqs:us-east-1:123456789012:none", "it does not exist")]
    [InlineData("arn:aws:sqs:us-east-1:123456789012:closed", "its RedriveAllowPolicy does not allow this queue")]
    [InlineData("arn:aws:sqs:us-east-1:123456789012:order.fifo", "dead-letter queue must be same type of queue as the source")]
    public async Task DeadLetterQueue_ThatDoesNotFit_EndsTheStart(string target, string reason)
    {
        _letters.Provision("AWS::SQS::Queue", """{ "QueueName": "order.fifo", "FifoQueue": true }""", "Order");
        _letters.Provision(
            "AWS::SQS::Queue", """{ "QueueName": "closed", "RedriveAllowPolicy": { "redrivePermission": "denyAll" } }""", "Closed");
        Provision("other", $$"""{ "deadLetterTargetArn": "{{target}}", "maxReceiveCount": "2" }""");

        var mistake = await Assert.ThrowsAnyAsync<Exception>(() => _letters.Service.StartAsync(default));

        Assert.Equal($"queue other: RedrivePolicy with the dead-letter queue {target}: {reason}", mistake.Message);
    }

    [Theory]
    [InlineData("""{ "maxReceiveCount": 2 }""")]
    [InlineData("""{ "deadLetterTargetArn": "a", "maxReceiveCount": 0 }""")]
    [InlineData("""{ "deadLetterTargetArn": "a", "maxReceiveCount": 1001 }""")]
    public void RedrivePolicy_ThatIsNone_IsRefused(string policy)
    {
        var mistake = Assert.ThrowsAny<Exception>(() => Provision("other", policy));

        Assert.Contains("must have deadLetterTargetArn, and maxReceiveCount from 1 to 1000", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_BringsDeadLettersBackToTheirQueue()
    {
        await FailAsync("one");

        var started = await _letters.AskAsync("StartMessageMoveTask", $$"""{ "SourceArn": "{{Letters}}" }""");
        var task = (await _letters.AskAsync("ListMessageMoveTasks", $$"""{ "SourceArn": "{{Letters}}" }"""))["Results"]![0]!;

        Assert.NotNull((string?)started["TaskHandle"]);
        Assert.Equal(
            $$"""
            {"Status":"COMPLETED","SourceArn":"{{Letters}}","ApproximateNumberOfMessagesMoved":1,"ApproximateNumberOfMessagesToMove":1,
            "StartedTimestamp":1795342590123}
            """.ReplaceLineEndings(""),
            task.ToJsonString());
        var received = (await ReceiveWorkAsync())["Messages"]![0]!;
        Assert.Equal("one", (string?)received["Body"]);
        Assert.Equal("1", (string?)received["Attributes"]!["ApproximateReceiveCount"]);
        Assert.Empty(await _letters.ReceiveAsync());
    }

    [Fact]
    public async Task Move_ThatIsSlow_CanBeCanceled()
    {
        await FailAsync("one");
        await FailAsync("two");

        var handle = (string)(await _letters.AskAsync(
            "StartMessageMoveTask",
            $$"""{ "SourceArn": "{{Letters}}", "DestinationArn": "{{Letters[..^7]}}work", "MaxNumberOfMessagesPerSecond": 1 }"""))[
                "TaskHandle"]!;
        var second = await _letters.RefusedAsync("StartMessageMoveTask", $$"""{ "SourceArn": "{{Letters}}" }""");
        var canceled = await _letters.AskAsync("CancelMessageMoveTask", new JsonObject { ["TaskHandle"] = handle }.ToJsonString());

        Assert.Equal("""{"ApproximateNumberOfMessagesMoved":1}""", canceled.ToJsonString());
        Assert.Equal(
            "There is already a task running. Only one active task is allowed for a source queue arn at a given time.", second.Message);
        Assert.Equal(["two"], await _letters.ReceiveAsync());
    }

    [Theory]
    [InlineData(
        """{ "SourceArn": "arn:aws:sqs:us-east-1:123456789012:work" }""",
        400,
        "Source queue must be configured as a Dead Letter Queue.")]
    [InlineData(
        """{ "SourceArn": "arn:aws:sqs:us-east-1:123456789012:letters", "DestinationArn": "arn:aws:sqs:us-east-1:123456789012:none" }""",
        404,
        "The resource that you specified for the DestinationArn parameter doesn't exist.")]
    public async Task Move_ThatCannotBe_IsRefused(string request, int status, string message)
    {
        var refusal = await _letters.RefusedAsync("StartMessageMoveTask", request);

        Assert.Equal((status, message), (refusal.Status, refusal.Message));
    }

    [Fact]
    public async Task Handle_ThatIsNone_IsRefused() => Assert.Equal(
        (400, "InvalidParameterValueException", "Value for parameter TaskHandle is invalid."),
        await _letters.RefusedAsync("CancelMessageMoveTask", """{ "TaskHandle": "no" }"""));

    private void Provision(string name, string redrivePolicy) => _letters.Provision(
        "AWS::SQS::Queue", $$"""{ "QueueName": "{{name}}", "RedrivePolicy": {{redrivePolicy}} }""", name);

    private async Task FailAsync(string body, string more = "")
    {
        await _letters.AskAsync("SendMessage", $$"""{ "QueueUrl": "{{Work}}", "MessageBody": "{{body}}" {{more}} }""");
        for (var receives = 0; receives < 3; receives++)
        {
            await ReceiveWorkAsync();
            _letters.Clock.Advance(TimeSpan.FromSeconds(receives < 2 ? 30 : 0));
        }
    }

    private Task<JsonNode> ReceiveWorkAsync() =>
        _letters.AskAsync("ReceiveMessage", $$"""{ "QueueUrl": "{{Work}}", "MessageSystemAttributeNames": ["All"] }""");
}
