using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.Sqs;

/// <summary>https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-batch-api-actions.html.</summary>
public sealed class BatchTests : IDisposable
{
    private readonly RunningSqs _letters = new();

    public void Dispose() => _letters.Dispose();

    [Fact]
    public async Task Entry_ThatFails_DoesNotStopTheOthers()
    {
        var sent = await _letters.AskAsync("SendMessageBatch", """
            { "Entries": [ { "Id": "a", "MessageBody": "one" }, { "Id": "b", "MessageBody": "" }, { "Id": "c", "MessageBody": "two" } ] }
            """);

        Assert.Equal(["a", "c"], sent["Successful"]!.AsArray().Select(entry => (string)entry!["Id"]!));
        Assert.Equal("f97c5d29941bfb1b2fdab0874906ab82", (string?)sent["Successful"]![0]!["MD5OfMessageBody"]);
        Assert.Equal(
            """
            [{"Id":"b","SenderFault":true,"Code":"MissingParameter","Message":"The request must contain the parameter MessageBody."}]
            """,
            sent["Failed"]!.ToJsonString());
        Assert.Equal(["one", "two"], await _letters.ReceiveAsync());
    }

    [Theory]
    [InlineData("[]", "EmptyBatchRequest", "There should be at least one SendMessageBatchRequestEntry in the request.")]
    [InlineData(
        """[ { "Id": "a b", "MessageBody": "x" } ]""",
        "InvalidBatchEntryId",
        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.")]
    [InlineData(
        """[ { "Id": "a", "MessageBody": "x" }, { "Id": "a", "MessageBody": "y" } ]""", "BatchEntryIdsNotDistinct", "Id a repeated.")]
    public async Task Batch_ThatIsNone_IsRefusedAsAWhole(string entries, string type, string message)
    {
        var refusal = await _letters.RefusedAsync("SendMessageBatch", $$"""{ "Entries": {{entries}} }""");

        Assert.Equal((400, type, message), refusal);
        Assert.Empty(await _letters.ReceiveAsync());
    }

    [Fact]
    public async Task Batch_OfMoreThanTen_IsRefused()
    {
        var entries = new JsonArray([.. Enumerable.Range(0, 20).Select(
            number => (JsonNode)new JsonObject { ["Id"] = $"{number}", ["MessageBody"] = "x" })]);

        var refusal = await _letters.RefusedAsync("SendMessageBatch", new JsonObject { ["Entries"] = entries }.ToJsonString());

        Assert.Equal(
            (400, "TooManyEntriesInBatchRequest", "Maximum number of entries per request are 10. You have sent 20."), refusal);
    }

    [Fact]
    public async Task Batch_ThatIsTooLong_IsRefused()
    {
        var half = new string('x', 524_288);
        var entries = new JsonArray(
            new JsonObject { ["Id"] = "a", ["MessageBody"] = half }, new JsonObject { ["Id"] = "b", ["MessageBody"] = half + "x" });

        var refusal = await _letters.RefusedAsync("SendMessageBatch", new JsonObject { ["Entries"] = entries }.ToJsonString());

        Assert.Equal(
            (400, "BatchRequestTooLong", "Batch requests cannot be longer than 1048576 bytes. You have sent 1048577 bytes."), refusal);
    }

    [Fact]
    public async Task Messages_AreHiddenLongerAndDeletedTogether()
    {
        await _letters.AskAsync("SendMessageBatch", """
            { "Entries": [ { "Id": "a", "MessageBody": "one" }, { "Id": "b", "MessageBody": "two" } ] }
            """);
        var received = (await _letters.AskAsync("ReceiveMessage", """{ "MaxNumberOfMessages": 10 }"""))["Messages"]!.AsArray();
        var (first, second) = ((string)received[0]!["ReceiptHandle"]!, (string)received[1]!["ReceiptHandle"]!);

        var changed = await _letters.AskAsync("ChangeMessageVisibilityBatch", $$"""
            { "Entries": [ { "Id": "a", "ReceiptHandle": "{{first}}", "VisibilityTimeout": 60 },
              { "Id": "b", "ReceiptHandle": "{{second}}", "VisibilityTimeout": 0 } ] }
            """);
        var again = await _letters.ReceiveAsync();
        var deleted = await _letters.AskAsync("DeleteMessageBatch", $$"""
            { "Entries": [ { "Id": "a", "ReceiptHandle": "{{first}}" }, { "Id": "b", "ReceiptHandle": "no" } ] }
            """);

        Assert.Equal("""{"Successful":[{"Id":"a"},{"Id":"b"}]}""", changed.ToJsonString());
        Assert.Equal(["two"], again);
        Assert.Equal("""[{"Id":"a"}]""", deleted["Successful"]!.ToJsonString());
        Assert.Equal("ReceiptHandleIsInvalid", (string?)deleted["Failed"]![0]!["Code"]);
    }
}
