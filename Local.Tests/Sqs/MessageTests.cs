using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.Sqs;

/// <summary>https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html.</summary>
public sealed class MessageTests : IDisposable
{
    private readonly RunningSqs _letters = new();

    public void Dispose() => _letters.Dispose();

    [Fact]
    public async Task Message_IsReceivedWithItsAttributesAndDigests()
    {
        var sent = await _letters.AskAsync("SendMessage", """
            { "MessageBody": "{\"a\":1}", "MessageAttributes": { "ErrorCode": { "DataType": "Number", "StringValue": "200" } } }
            """);

        var received = (await _letters.AskAsync("ReceiveMessage", """
            { "MessageAttributeNames": ["All"], "MessageSystemAttributeNames": ["ApproximateReceiveCount", "SentTimestamp"] }
            """))["Messages"]!.AsArray().Single()!;

        Assert.Equal((string?)sent["MessageId"], (string?)received["MessageId"]);
        Assert.Equal("""{"a":1}""", (string?)received["Body"]);
        Assert.Equal("bb6cb5c68df4652941caf652a366f2d8", (string?)received["MD5OfBody"]);
        Assert.Equal((string?)sent["MD5OfMessageAttributes"], (string?)received["MD5OfMessageAttributes"]);
        Assert.Equal("""{"ErrorCode":{"DataType":"Number","StringValue":"200"}}""", received["MessageAttributes"]!.ToJsonString());
        Assert.Equal("""{"SentTimestamp":"1795342530123","ApproximateReceiveCount":"1"}""", received["Attributes"]!.ToJsonString());
    }

    [Fact]
    public async Task Message_IsHiddenUntilItsVisibilityTimeoutIsOver()
    {
        await _letters.AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        await _letters.AskAsync("ReceiveMessage", "{}");

        var hidden = await _letters.AskAsync("ReceiveMessage", "{}");
        _letters.Clock.Advance(TimeSpan.FromSeconds(30));
        var again = await _letters.AskAsync("ReceiveMessage", """{ "AttributeNames": ["All"] }""");

        Assert.Equal("{}", hidden.ToJsonString());
        Assert.Equal("2", (string?)again["Messages"]![0]!["Attributes"]!["ApproximateReceiveCount"]);
    }

    [Fact]
    public async Task Message_ThatIsDeleted_NeverComesBack()
    {
        await _letters.AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        var receipt = (string)(await _letters.AskAsync("ReceiveMessage", "{}"))["Messages"]![0]!["ReceiptHandle"]!;

        await _letters.AskAsync("DeleteMessage", new JsonObject { ["ReceiptHandle"] = receipt }.ToJsonString());
        _letters.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("{}", (await _letters.AskAsync("ReceiveMessage", "{}")).ToJsonString());
        Assert.Empty(Directory.GetFiles(Path.Combine(_letters.Folder, "sqs", "letters")));
    }

    [Fact]
    public async Task Message_IsGoneAfterTheRetention()
    {
        await _letters.AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        _letters.Clock.Advance(TimeSpan.FromDays(14));

        Assert.Equal("{}", (await _letters.AskAsync("ReceiveMessage", "{}")).ToJsonString());
    }
}
