using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.Sqs;

/// <summary>https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html.</summary>
public sealed class ErrorTests : IDisposable
{
    private const string Common = "com.amazon.coral.service#";
    private readonly RunningSqs _letters = new();

    public void Dispose() => _letters.Dispose();

    [Theory]
    [InlineData(
        "SendMessage",
        """{ "QueueUrl": "http://localhost/1/none", "MessageBody": "x" }""",
        400,
        "com.amazonaws.sqs#QueueDoesNotExist",
        "AWS.SimpleQueueService.NonExistentQueue;Sender")]
    [InlineData(
        "DeleteMessage",
        """{ "QueueUrl": "letters", "ReceiptHandle": "no" }""",
        400,
        "com.amazonaws.sqs#ReceiptHandleIsInvalid",
        "ReceiptHandleIsInvalid;Sender")]
    [InlineData(
        "SendMessage",
        """{ "QueueUrl": "letters", "MessageBody": "" }""",
        400,
        Common + "MissingRequiredParameterException",
        "MissingParameter;Sender")]
    [InlineData(
        "ReceiveMessage",
        """{ "QueueUrl": "letters", "MaxNumberOfMessages": 11 }""",
        400,
        Common + "InvalidParameterValueException",
        "InvalidParameterValue;Sender")]
    [InlineData(
        "SendMessage",
        """{ "QueueUrl": "letters", "MessageBody": "a\u0000b" }""",
        400,
        "com.amazonaws.sqs#InvalidMessageContents",
        "InvalidMessageContents;Sender")]
    [InlineData(
        "SendMessage",
        """{ "QueueUrl": "letters", "MessageBody": 7 }""",
        400,
        Common + "SerializationException",
        "SerializationException;Sender")]
    [InlineData(
        "SendMessage",
        """{ "QueueUrl": "letters", "QueueUrl": "letters", "MessageBody": "x" }""",
        400,
        Common + "SerializationException",
        "SerializationException;Sender")]
    [InlineData(
        "ReceiveMessage",
        """{ "QueueUrl": 7 }""",
        400,
        Common + "SerializationException",
        "SerializationException;Sender")]
    [InlineData(
        "ReceiveMessage",
        """{ "QueueUrl": "letters", "WaitTimeSeconds": "long" }""",
        400,
        Common + "SerializationException",
        "SerializationException;Sender")]
    [InlineData(
        "CreateQueue",
        """{ "QueueName": "letters" }""",
        400,
        Common + "UnknownOperationException",
        "InvalidAction;Sender")]
    public async Task Errors_HaveTheNameOfSqs(string operation, string request, int status, string type, string queryError)
    {
        var (code, headers, body) = await _letters.SendAsync(operation, request);

        Assert.Equal((status, type), (code, (string?)JsonNode.Parse(body)!["__type"]));
        Assert.Equal(queryError, headers["x-amzn-query-error"].ToString());
    }
}
