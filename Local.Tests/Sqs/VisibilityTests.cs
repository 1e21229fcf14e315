using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.Sqs;

/// <summary>https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html.</summary>
public sealed class VisibilityTests : IDisposable
{
    private readonly RunningSqs _letters = new();

    public void Dispose() => _letters.Dispose();

    [Fact]
    public async Task Change_ExtendsTheTime()
    {
        var receipt = await ReceiptAsync();

        await ChangeAsync(receipt, 60);
        _letters.Clock.Advance(TimeSpan.FromSeconds(45));
        var hidden = await _letters.ReceiveAsync();
        _letters.Clock.Advance(TimeSpan.FromSeconds(15));

        Assert.Empty(hidden);
        Assert.Equal(["one"], await _letters.ReceiveAsync());
    }

    /// <summary>AWS succeeds and does nothing: https://github.com/localstack/localstack/pull/9632.</summary>
    [Fact]
    public async Task Change_AfterTheTimeIsOver_ChangesNothing()
    {
        var receipt = await ReceiptAsync();
        _letters.Clock.Advance(TimeSpan.FromSeconds(31));

        await ChangeAsync(receipt, 30);

        Assert.Equal(["one"], await _letters.ReceiveAsync());
    }

    [Theory]
    [InlineData(
        "SendMessage", """{ "MessageBody": "one", "DelaySeconds": 901 }""",
        "Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.")]
    [InlineData(
        "ReceiveMessage", """{ "WaitTimeSeconds": 21 }""",
        "Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.")]
    [InlineData(
        "ReceiveMessage", """{ "VisibilityTimeout": 43201 }""",
        "Value 43201 for parameter VisibilityTimeout is invalid. Reason: Must be >= 0 and <= 43200, if provided.")]
    [InlineData(
        "ReceiveMessage", """{ "MaxNumberOfMessages": 11 }""",
        "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.")]
    public async Task TimesAndNumbers_OutOfRange_AreRefusedInAwssWords(string operation, string request, string expected) =>
        Assert.Equal((400, "InvalidParameterValueException", expected), await _letters.RefusedAsync(operation, request));

    [Fact]
    public async Task Change_BeyondTwelveHours_IsRefused()
    {
        var receipt = await ReceiptAsync();
        _letters.Clock.Advance(TimeSpan.FromSeconds(1));

        var refusal = await _letters.RefusedAsync("ChangeMessageVisibility", Change(receipt, 43_200));

        Assert.Equal(
            (
                400,
                "InvalidParameterValueException",
                "Value 43200 for parameter VisibilityTimeout is invalid. Reason: Total VisibilityTimeout for the message is beyond the "
                    + "limit [43200 seconds]"),
            refusal);
    }

    [Fact]
    public async Task Change_OfADeletedMessage_IsRefused()
    {
        var receipt = await ReceiptAsync();
        await _letters.AskAsync("DeleteMessage", new JsonObject { ["ReceiptHandle"] = receipt }.ToJsonString());

        var (status, type, message) = await _letters.RefusedAsync("ChangeMessageVisibility", Change(receipt, 1));

        Assert.Equal((400, "InvalidParameterValueException"), (status, type));
        Assert.EndsWith(
            "Reason: Message does not exist or is not available for visibility timeout change.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purge_TwiceWithinAMinute_IsRefused()
    {
        await _letters.AskAsync("PurgeQueue", "{}");

        Assert.Equal(
            (403, "PurgeQueueInProgress", "Only one PurgeQueue operation on letters is allowed every 60 seconds."),
            await _letters.RefusedAsync("PurgeQueue", "{}"));
        _letters.Clock.Advance(TimeSpan.FromSeconds(60));
        await _letters.AskAsync("PurgeQueue", "{}");
    }

    private static string Change(string receipt, int seconds) =>
        new JsonObject { ["ReceiptHandle"] = receipt, ["VisibilityTimeout"] = seconds }.ToJsonString();

    private async Task<string> ReceiptAsync()
    {
        await _letters.AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        return (string)(await _letters.AskAsync("ReceiveMessage", "{}"))["Messages"]![0]!["ReceiptHandle"]!;
    }

    private Task<JsonNode> ChangeAsync(string receipt, int seconds) =>
        _letters.AskAsync("ChangeMessageVisibility", Change(receipt, seconds));
}
