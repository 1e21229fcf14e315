using System.Text.Json.Nodes;
using Lexicon.Local.Sqs.Messages;

namespace Lexicon.Local.Tests.Sqs;

/// <summary>https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_MessageAttributeValue.html.</summary>
public sealed class MessageAttributeTests : IDisposable
{
    private readonly RunningSqs _letters = new();

    public void Dispose() => _letters.Dispose();

    [Theory]
    [InlineData("{}", "InvalidParameterValueException", "The message attribute 'a' must contain non-empty message attribute type.")]
    [InlineData("null", "InvalidParameterValueException", "The message attribute 'a' must contain non-empty message attribute type.")]
    [InlineData(
        """{ "DataType": "Text", "StringValue": "x" }""",
        "InvalidParameterValueException",
        "The message attribute 'a' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and "
            + "String.")]
    [InlineData(
        """{ "DataType": "String.label", "StringValue": "" }""",
        "InvalidParameterValueException",
        "Message (user) attribute 'a' must contain a non-empty value of type 'String.label'.")]
    [InlineData(
        """{ "DataType": "Number", "StringValue": "many" }""",
        "InvalidParameterValueException",
        "Can't cast the value of message (user) attribute 'a' to a number.")]
    [InlineData("""{ "DataType": "Binary", "BinaryValue": "?" }""", "SerializationException", "MessageAttributes is not a map.")]
    [InlineData("7", "SerializationException", "MessageAttributes is not a map.")]
    public async Task Attribute_ThatIsNone_IsRefusedAndNothingIsSent(string attribute, string type, string message)
    {
        var (status, _, body) = await _letters.SendAsync(
            "SendMessage", $$"""{ "QueueUrl": "letters", "MessageBody": "x", "MessageAttributes": { "a": {{attribute}} } }""");

        Assert.Equal(400, status);
        Assert.Equal($$"""{"__type":"com.amazon.coral.service#{{type}}","message":"{{message}}"}""", body);
        Assert.Equal("{}", (await _letters.AskAsync("ReceiveMessage", "{}")).ToJsonString());
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("AWS.x")]
    [InlineData("amazon.x")]
    [InlineData(".a")]
    [InlineData("a..b")]
    public async Task Attribute_WithANameThatIsNone_IsRefused(string name)
    {
        var (_, _, body) = await _letters.SendAsync(
            "SendMessage",
            $$"""{ "QueueUrl": "letters", "MessageBody": "x", "MessageAttributes": { "{{name}}": """
                + $$"""{ "DataType": "String", "StringValue": "x" } } }""");

        Assert.Contains($"The message attribute name '{name}' is invalid.", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_OfAMessage_AreTenAtMost()
    {
        var attributes = new JsonObject(Enumerable.Range(0, 11).Select(number => KeyValuePair.Create(
            $"a{number}", (JsonNode?)new JsonObject { ["DataType"] = "String", ["StringValue"] = "x" })));

        var (_, _, body) = await _letters.SendAsync(
            "SendMessage", new JsonObject
            {
                ["QueueUrl"] =
                "letters",
                ["MessageBody"] = "x",
                ["MessageAttributes"] = attributes
            }.ToJsonString());

        Assert.Contains("Number of message attributes [11] exceeds the allowed maximum [10].", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Digest_OfAttributes_FollowsTheGuide() => Assert.Equal(
        "bef8bf215374a0a228d67533b1a488be",
        MessageDigest.OfAttributes(new Dictionary<string, MessageAttribute> { ["a"] = MessageAttribute.Text("b") }));
}
