using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.Sqs;

/// <summary>https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html.</summary>
public sealed class QueueTests : IDisposable
{
    private readonly RunningSqs _letters = new();

    public void Dispose() => _letters.Dispose();

    [Fact]
    public void Queue_IsKnownByUrlNameAndArn()
    {
        var provisioned = _letters.Provision("AWS::SQS::Queue", "{}", "Other");

        var name = provisioned.Attributes["QueueName"];
        Assert.Matches("^Test-Other-[A-Z0-9]{12}$", name);
        Assert.Equal($"http://localhost:9202/123456789012/{name}", provisioned.Ref);
        Assert.Equal(provisioned.Ref, provisioned.Attributes["QueueUrl"]);
        Assert.Equal($"arn:aws:sqs:us-east-1:123456789012:{name}", provisioned.Attributes["Arn"]);
    }

    [Theory]
    [InlineData("../letters")]
    [InlineData("a.b")]
    public void Queue_WithANameThatIsNone_IsRefused(string name)
    {
        var mistake = Assert.ThrowsAny<Exception>(
            () => _letters.Provision("AWS::SQS::Queue", new JsonObject { ["QueueName"] = name }.ToJsonString(), "Other"));

        Assert.Contains($"'{name}' is not up to 80 letters, digits, hyphens and underscores", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queues_AreFoundByNameAndListed()
    {
        var (_, _, found) = await _letters.SendAsync("GetQueueUrl", """{ "QueueName": "letters" }""");
        var (_, _, all) = await _letters.SendAsync("ListQueues", "{}");

        Assert.Equal("""{"QueueUrl":"http://localhost:9202/123456789012/letters"}""", found);
        Assert.Equal("""{"QueueUrls":["http://localhost:9202/123456789012/letters"]}""", all);
    }

    [Fact]
    public async Task Attributes_CountWhatIsThere()
    {
        await _letters.AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        await _letters.AskAsync("SendMessage", """{ "MessageBody": "two" }""");
        await _letters.AskAsync("ReceiveMessage", "{}");

        var some = await _letters.AskAsync(
            "GetQueueAttributes",
            """{ "AttributeNames": ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "QueueArn"] }""");

        Assert.Equal(
            """
            {"QueueArn":"arn:aws:sqs:us-east-1:123456789012:letters","ApproximateNumberOfMessages":"1",
            "ApproximateNumberOfMessagesNotVisible":"1"}
            """.ReplaceLineEndings(""),
            some["Attributes"]!.ToJsonString());
        await _letters.AskAsync("PurgeQueue", "{}");
        var rest = await _letters.AskAsync("GetQueueAttributes", """{ "AttributeNames": ["All"] }""");
        Assert.Equal("0", (string?)rest["Attributes"]!["ApproximateNumberOfMessages"]);
        Assert.Equal("1209600", (string?)rest["Attributes"]!["MessageRetentionPeriod"]);
    }

    [Fact]
    public async Task Attributes_CountWhatIsDelayedByItself()
    {
        await _letters.AskAsync("SendMessage", """{ "MessageBody": "one", "DelaySeconds": 5 }""");

        var some = await _letters.AskAsync("GetQueueAttributes", """
            { "AttributeNames": ["ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"] }
            """);

        Assert.Equal(
            """{"ApproximateNumberOfMessagesNotVisible":"0","ApproximateNumberOfMessagesDelayed":"1"}""", some[
                "Attributes"]!.ToJsonString());
    }
}
