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

    /// <summary>
    /// What AWS says of an entry: https://github.com/getmoto/moto/issues/5372 and https://github.com/aws/aws-sdk-js/issues/3187.
    /// </summary>
    [Theory]
    [InlineData(
        "letters", """ "DelaySeconds": 901 """,
        "Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.")]
    [InlineData(
        "letters", """ "MessageDeduplicationId": "d" """,
        "The request include parameter that is not valid for this queue type")]
    [InlineData(
        "order.fifo", """ "DelaySeconds": 2 """,
        "The request include parameter that is not valid for this queue type")]
    public async Task Entry_WithAParameterThatIsNotValid_FailsAlone(string queue, string parameter, string expected)
    {
        _letters.Provision(
            "AWS::SQS::Queue", """{ "QueueName": "order.fifo", "FifoQueue": true, "ContentBasedDeduplication": true }""", "Order");

        var sent = await _letters.AskAsync("SendMessageBatch", $$"""
            { "QueueUrl": "http://localhost:9202/123456789012/{{queue}}", "Entries": [
              { "Id": "a", "MessageBody": "one", "MessageGroupId": "g" },
              { "Id": "b", "MessageBody": "two", "MessageGroupId": "g", {{parameter}} } ] }
            """);

        Assert.Equal("a", (string?)sent["Successful"]!.AsArray().Single()!["Id"]);
        Assert.Equal(
            ("b", true, "InvalidParameterValue", expected),
            ((string?)sent["Failed"]![0]!["Id"], (bool)sent["Failed"]![0]!["SenderFault"]!,
                (string?)sent["Failed"]![0]!["Code"], (string?)sent["Failed"]![0]!["Message"]));
    }

    /// <summary>https://github.com/aws/aws-sdk-java-v2/issues/3101 and https://github.com/smaskalik/sqsmover/issues/54.</summary>
    [Fact]
    public async Task Receipt_OfAnotherQueue_OrOneThatHasExpired_FailsItsEntry()
    {
        _letters.Provision(
            "AWS::SQS::Queue", """{ "QueueName": "order.fifo", "FifoQueue": true, "ContentBasedDeduplication": true }""", "Order");
        const string Order = "\"QueueUrl\": \"http://localhost:9202/123456789012/order.fifo\"";
        await _letters.AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        await _letters.AskAsync("SendMessage", $$"""{ {{Order}}, "MessageBody": "one", "MessageGroupId": "g" }""");
        var other = (string)(await _letters.AskAsync("ReceiveMessage", "{}"))["Messages"]![0]!["ReceiptHandle"]!;
        var expired = (string)(await _letters.AskAsync("ReceiveMessage", $$"""{ {{Order}} }"""))["Messages"]![0]!["ReceiptHandle"]!;
        _letters.Clock.Advance(TimeSpan.FromSeconds(30));

        var deleted = await _letters.AskAsync("DeleteMessageBatch", $$"""
            { {{Order}}, "Entries": [ { "Id": "a", "ReceiptHandle": "{{other}}" }, { "Id": "b", "ReceiptHandle": "{{expired}}" } ] }
            """);
        var alone = await _letters.RefusedAsync("DeleteMessage", $$"""{ {{Order}}, "ReceiptHandle": "{{expired}}" }""");

        Assert.Equal(
            [
                ("ReceiptHandleIsInvalid", $"The receipt handle \"{other}\" is not valid for this queue."),
                ("ReceiptHandleIsInvalid", "The receipt handle has expired"),
            ],
            deleted["Failed"]!.AsArray().Select(entry => ((string)entry!["Code"]!, (string)entry["Message"]!)));
        Assert.Equal((400, "InvalidParameterValueException"), (alone.Status, alone.Type));
        Assert.Equal($"Value {expired} for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.", alone.Message);
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
