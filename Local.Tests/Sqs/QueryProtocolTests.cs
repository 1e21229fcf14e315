using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Lexicon.Local.Tests.Sqs;

/// <summary>
/// The protocol of older SDKs and of Debian's AWS CLI 2.9
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-query-api.html).
/// </summary>
public sealed class QueryProtocolTests : IDisposable
{
    private static readonly XNamespace Schema = "http://queue.amazonaws.com/doc/2012-11-05/";
    private readonly RunningSqs _letters = new();

    public void Dispose() => _letters.Dispose();

    [Fact]
    public async Task Message_IsSentReceivedAndDeleted()
    {
        var sent = await ResultAsync(
            "Action=SendMessage&Version=2012-11-05&MessageBody=a%0D%0A%3Cb%3E&MessageAttribute.1.Name=kind"
            + "&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=test", "SendMessageResult");
        var received = await ResultAsync(
            "Action=ReceiveMessage&MaxNumberOfMessages=10&AttributeName.1=All&MessageAttributeName.1=kind", "ReceiveMessageResult");
        var message = received.Element(Schema + "Message")!;
        var (deleted, _) = await _letters.QueryAsync(
            $"Action=DeleteMessage&ReceiptHandle={Uri.EscapeDataString(Text(message, "ReceiptHandle"))}");

        Assert.Equal("a\r\n<b>", Text(message, "Body"));
        Assert.Equal(Text(sent, "MessageId"), Text(message, "MessageId"));
        Assert.Equal(Text(sent, "MD5OfMessageBody"), Text(message, "MD5OfBody"));
        Assert.Equal(Text(sent, "MD5OfMessageAttributes"), Text(message, "MD5OfMessageAttributes"));
        Assert.Equal("test", Text(message.Element(Schema + "MessageAttribute")!.Element(Schema + "Value")!, "StringValue"));
        Assert.Contains("ApproximateReceiveCount", message.Elements(Schema + "Attribute").Select(one => Text(one, "Name")));
        Assert.Equal(200, deleted);
        Assert.Equal("0", await AttributeAsync("ApproximateNumberOfMessagesNotVisible"));
    }

    /// <summary>AWS reads it: https://github.com/softwaremill/elasticmq/pull/448.</summary>
    [Fact]
    public async Task OneName_NeedsNoNumber()
    {
        await ResultAsync(
            "Action=SendMessage&MessageBody=x&MessageAttribute.1.Name=kind&MessageAttribute.1.Value.DataType=String"
            + "&MessageAttribute.1.Value.StringValue=test", "SendMessageResult");

        var received = await ResultAsync("Action=ReceiveMessage&AttributeName=SenderId&MessageAttributeName=kind", "ReceiveMessageResult");
        var message = received.Element(Schema + "Message")!;

        Assert.Equal(["SenderId"], message.Elements(Schema + "Attribute").Select(one => Text(one, "Name")));
        Assert.Equal(["kind"], message.Elements(Schema + "MessageAttribute").Select(one => Text(one, "Name")));
    }

    [Fact]
    public async Task Queues_AreFoundByNameAndListed()
    {
        var found = await ResultAsync("Action=GetQueueUrl&QueueName=letters", "GetQueueUrlResult");
        var listed = await ResultAsync("Action=ListQueues", "ListQueuesResult");

        Assert.Equal(Text(found, "QueueUrl"), Assert.Single(listed.Elements(Schema + "QueueUrl")).Value);
        Assert.Equal("1209600", await AttributeAsync("MessageRetentionPeriod"));
    }

    [Theory]
    [InlineData("Action=SendMessage&QueueUrl=http://localhost/1/none&MessageBody=x", "AWS.SimpleQueueService.NonExistentQueue")]
    [InlineData("Action=DeleteMessage&ReceiptHandle=no", "ReceiptHandleIsInvalid")]
    [InlineData("Action=ReceiveMessage&MaxNumberOfMessages=11", "InvalidParameterValue")]
    [InlineData("Action=ReceiveMessage&MaxNumberOfMessages=many", "InvalidParameterValue")]
    [InlineData("Action=CreateQueue&QueueName=other", "InvalidAction")]
    [InlineData("QueueName=letters", "MissingAction")]
    public async Task Errors_AreDocumentsOfTheProtocol(string form, string code)
    {
        var (status, body) = await _letters.QueryAsync(form);

        Assert.Equal(400, status);
        Assert.Equal(("Sender", code), (Value("Type"), Value("Code")));

        string Value(string name) => XDocument.Parse(body).Descendants().Single(element => element.Name.LocalName == name).Value;
    }

    [Fact]
    public async Task Responses_AreJsonForACallerThatAcceptsIt()
    {
        var (_, sent) = await _letters.QueryAsync("Action=SendMessage&MessageBody=one", "application/json");
        var (_, received) = await _letters.QueryAsync("Action=ReceiveMessage", "application/json");

        var result = JsonNode.Parse(sent)!["SendMessageResponse"]!["SendMessageResult"]!.AsObject();
        result["MessageId"] = "...";
        Assert.Equal(
            """
            {"MD5OfMessageAttributes":null,"MD5OfMessageBody":"f97c5d29941bfb1b2fdab0874906ab82","MD5OfMessageSystemAttributes":null,
            "MessageId":"...","SequenceNumber":null}
            """.ReplaceLineEndings(""),
            result.ToJsonString());
        Assert.StartsWith(
            """{"ReceiveMessageResponse":{"ReceiveMessageResult":{"messages":[{"Attributes":null,"Body":"one",""",
            received,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batches_HaveNumberedEntries()
    {
        var sent = await ResultAsync(
            "Action=SendMessageBatch&SendMessageBatchRequestEntry.1.Id=a&SendMessageBatchRequestEntry.1.MessageBody=one"
                + "&SendMessageBatchRequestEntry.2.Id=b&SendMessageBatchRequestEntry.2.MessageBody="
                + "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Name=kind"
                + "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.DataType=String"
                + "&SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.StringValue=test",
            "SendMessageBatchResult");

        var successful = sent.Element(Schema + "SendMessageBatchResultEntry")!;
        var failed = sent.Element(Schema + "BatchResultErrorEntry")!;
        Assert.Equal("a", Text(successful, "Id"));
        Assert.NotEmpty(Text(successful, "MD5OfMessageAttributes"));
        Assert.Equal(("b", "true", "MissingParameter"), (Text(failed, "Id"), Text(failed, "SenderFault"), Text(failed, "Code")));
    }

    private static string Text(XElement parent, string name) => parent.Element(Schema + name)!.Value;

    private async Task<string> AttributeAsync(string name)
    {
        var result = await ResultAsync($"Action=GetQueueAttributes&AttributeName.1={name}", "GetQueueAttributesResult");
        return Text(Assert.Single(result.Elements(Schema + "Attribute")), "Value");
    }

    private async Task<XElement> ResultAsync(string form, string result)
    {
        var (status, body) = await _letters.QueryAsync(form);
        Assert.Equal(200, status);
        return XDocument.Parse(body).Root!.Element(Schema + result)!;
    }
}
