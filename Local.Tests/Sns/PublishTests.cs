using System.Text.Json.Nodes;
using System.Xml.Linq;
using Lexicon.Local.Iam;
using Lexicon.Local.Sns;

namespace Lexicon.Local.Tests.Sns;

/// <summary>https://docs.aws.amazon.com/sns/latest/api/API_Publish.html.</summary>
public sealed class PublishTests : IDisposable
{
    private const string Publish = $"Action=Publish&TopicArn={RunningSns.Topic}";
    private const string Attribute = Publish + "&Message=x&MessageAttributes.entry.1.Name=";
    private readonly RunningSns _sns = new();

    public void Dispose() => _sns.Dispose();

    [Fact]
    public async Task Response_IsADocumentOfTheQueryProtocol()
    {
        var (status, body) = await _sns.SendAsync(Publish + "&Message=one");

        Assert.Equal(200, status);
        var root = XDocument.Parse(body).Root!;
        Assert.Equal("{http://sns.amazonaws.com/doc/2010-03-31/}PublishResponse", root.Name.ToString());
        Assert.Equal(["PublishResult", "ResponseMetadata"], root.Elements().Select(element => element.Name.LocalName));
        Assert.True(Guid.TryParse(root.Elements().First().Elements().Single().Value, out _));
    }

    [Fact]
    public async Task Response_IsJsonForACallerThatAcceptsIt()
    {
        var (_, published) = await _sns.SendAsync(Publish + "&Message=one", accept: "application/json");
        var (status, refused) = await _sns.SendAsync(Publish + "&Message=", accept: "application/json");

        var response = JsonNode.Parse(published)!["PublishResponse"]!;
        Assert.Equal(["PublishResult", "ResponseMetadata"], response.AsObject().Select(member => member.Key));
        Assert.Equal(["MessageId", "SequenceNumber"], response["PublishResult"]!.AsObject().Select(member => member.Key));
        Assert.Null(response["PublishResult"]!["SequenceNumber"]);
        Assert.Equal(400, status);
        Assert.StartsWith(
            """{"Error":{"Code":"InvalidParameter","Message":"Invalid parameter: Empty message","Type":"Sender"},"RequestId":""",
            refused,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_MayHaveANullCharacter()
    {
        _sns.Subscribe("sqs", RunningSns.Queue);

        await _sns.AskAsync($"Action=Publish&TopicArn={RunningSns.Topic}&Message=a%00b");

        Assert.Contains("a\\u0000b", Assert.Single(await _sns.ReceiveAsync()).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Action=Publish&TopicArn=arn:aws:sns:us-east-1:123456789012:none&Message=x", 404, "NotFound", "Topic does not exist")]
    [InlineData(
        "Action=Publish&TopicArn=news&Message=x",
        400,
        "InvalidParameter",
        "Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 1")]
    [InlineData(
        "Action=Publish&TargetArn=arn:aws:sns:us-east-1:123456789012:none&Message=x",
        400,
        "InvalidParameter",
        "Invalid parameter: TargetArn Reason: No endpoint found for the target arn specified")]
    [InlineData(Publish + "&Message=", 400, "InvalidParameter", "Invalid parameter: Empty message")]
    [InlineData(Publish + "&Message=x&Subject=", 400, "InvalidParameter", "Invalid parameter: Subject")]
    [InlineData(
        Publish + "&Message=x&MessageStructure=json",
        400,
        "InvalidParameter",
        "Invalid parameter: Message Structure - JSON message body failed to parse")]
    [InlineData(
        Publish + "&Message={}&MessageStructure=json",
        400,
        "InvalidParameter",
        "Invalid parameter: Message Structure - No default entry in JSON message body")]
    [InlineData(
        Publish + "&Message=x&MessageDeduplicationId=1",
        400,
        "InvalidParameter",
        "Invalid parameter: MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for "
            + "this topic type")]
    [InlineData(
        Attribute + "a",
        400,
        "ValidationError",
        "1 validation error detected: Value null at 'messageAttributes.a.member.dataType' failed to satisfy constraint: Member must not be "
            + "null")]
    [InlineData(
        Attribute + "a&MessageAttributes.entry.1.Value.DataType=String",
        400,
        "ParameterValueInvalid",
        "The message attribute 'a' must contain non-empty message attribute value for message attribute type 'String'.")]
    [InlineData(
        Attribute + "a&MessageAttributes.entry.1.Value.DataType=Binary&MessageAttributes.entry.1.Value.StringValue=x",
        400,
        "ParameterValueInvalid",
        "The message attribute 'a' with type 'Binary' must use field 'Binary'.")]
    [InlineData(
        Attribute + "a%5Eb&MessageAttributes.entry.1.Value.DataType=String&MessageAttributes.entry.1.Value.StringValue=x",
        400,
        "ParameterValueInvalid",
        "Invalid non-alphanumeric character '#x5E' was found in the message attribute name. Can only include alphanumeric characters, "
            + "hyphens, underscores, or dots.")]
    [InlineData(
        Attribute + "&MessageAttributes.entry.1.Value.DataType=String&MessageAttributes.entry.1.Value.StringValue=x",
        400,
        "ParameterValueInvalid",
        "Message attribute name can not be empty.")]
    [InlineData(
        Attribute + "aws.x&MessageAttributes.entry.1.Value.DataType=String&MessageAttributes.entry.1.Value.StringValue=x",
        400,
        "ParameterValueInvalid",
        "Message attribute name 'aws.x' can not begin with 'AWS.' or 'Amazon.', which are reserved.")]
    [InlineData(
        Attribute + "a&MessageAttributes.entry.1.Value.DataType=Number&MessageAttributes.entry.1.Value.StringValue=many",
        400,
        "ParameterValueInvalid",
        "Could not cast message attribute 'a' value to number.")]
    public async Task Notification_ThatIsNone_IsRefused(string form, int status, string code, string message)
    {
        _sns.Subscribe("sqs", RunningSns.Queue);

        Assert.Equal((status, code, message), await _sns.RefusedAsync(form));
        Assert.Empty(await _sns.ReceiveAsync());
    }

    [Fact]
    public async Task Message_ThatIsTooLong_IsRefused()
    {
        var refusal = await Assert.ThrowsAsync<SnsException>(
            () => _sns.Topics.PublishAsync(RunningSns.Topic, new NewNotification(new string('x', 262_145))));

        Assert.Equal("Invalid parameter: Message too long", refusal.Message);
    }

    [Fact]
    public async Task Batch_IsPublishedInItsOrder()
    {
        _sns.Subscribe("sqs", RunningSns.Queue, """{ "RawMessageDelivery": true }""");

        var result = await _sns.AskAsync($"Action=PublishBatch&TopicArn={RunningSns.Topic}"
            + "&PublishBatchRequestEntries.member.1.Id=a&PublishBatchRequestEntries.member.1.Message=one"
            + "&PublishBatchRequestEntries.member.2.Id=b&PublishBatchRequestEntries.member.2.Message=two");

        Assert.Equal(["a", "b"], RunningSns.Members(result, "Successful", "Id"));
        Assert.Empty(RunningSns.Members(result, "Failed", "Id"));
        Assert.Equal(["one", "two"], (await _sns.ReceiveAsync()).Select(message => message.Body));
    }

    [Theory]
    [InlineData("", "EmptyBatchRequest", "The batch request doesn't contain any entries.")]
    [InlineData(
        "&PublishBatchRequestEntries.member.1.Id=a&PublishBatchRequestEntries.member.1.Message=one"
            + "&PublishBatchRequestEntries.member.2.Id=a&PublishBatchRequestEntries.member.2.Message=two",
        "BatchEntryIdsNotDistinct",
        "Two or more batch entries in the request have the same Id.")]
    [InlineData(
        "&PublishBatchRequestEntries.member.1.Id=a.b&PublishBatchRequestEntries.member.1.Message=one",
        "InvalidBatchEntryId",
        "The Id of a batch entry in a batch request doesn't abide by the specification.")]
    public async Task Batch_ThatIsNone_IsRefused(string entries, string code, string message) => Assert.Equal(
        (400, code, message), await _sns.RefusedAsync($"Action=PublishBatch&TopicArn={RunningSns.Topic}{entries}"));

    [Fact]
    public async Task Caller_WithoutPermission_IsDenied()
    {
        _sns.AddRole();

        var (status, code, message) = await _sns.RefusedAsync(Publish + "&Message=one", RunningSns.Writer);

        Assert.Equal((403, "AuthorizationError"), (status, code));
        Assert.Equal(
            "User: arn:aws:sts::123456789012:assumed-role/writer/session is not authorized to perform: SNS:Publish on resource: "
                + $"{RunningSns.Topic} because no identity-based policy allows the SNS:Publish action",
            message);
    }

    [Fact]
    public void Policy_ForTheOwner_LetsItsAlarmsPublish()
    {
        _sns.Provision("AWS::SNS::TopicPolicy", $$"""
            { "Topics": ["{{RunningSns.Topic}}"], "PolicyDocument": { "Version": "2008-10-17", "Statement": [{
              "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": ["SNS:Publish"], "Resource": "{{RunningSns.Topic}}",
              "Condition": { "StringEquals": { "AWS:SourceOwner": "123456789012" } } }] } }
            """, "Policy");
        _sns.AddRole();

        Assert.True(_sns.Topics.AuthorizePublishing(Caller.Service("cloudwatch.amazonaws.com"), RunningSns.Topic).Allowed);
        Assert.False(_sns.Topics.AuthorizePublishing(Caller.Service("events.amazonaws.com"), RunningSns.Topic).Allowed);
        Assert.False(_sns.Topics.AuthorizePublishing(RunningSns.Writer, RunningSns.Topic).Allowed);
    }

    [Fact]
    public async Task Policy_OfTheTopic_SaysWhoMayPublish()
    {
        var alarms = new AccessRequest(Caller.Service("cloudwatch.amazonaws.com"), "SNS:Publish", RunningSns.Topic);
        var byDefault = _sns.Topics.Authorize(alarms).Allowed;
        _sns.AddRole();
        _sns.Provision("AWS::SNS::TopicPolicy", $$"""
            { "Topics": ["{{RunningSns.Topic}}"], "PolicyDocument": { "Version": "2012-10-17", "Statement": {
              "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:role/writer" }, "Action": "sns:Publish",
              "Resource": "*" } } }
            """, "Policy");

        Assert.True(byDefault);
        Assert.False(_sns.Topics.Authorize(alarms).Allowed);
        Assert.Equal(200, (await _sns.SendAsync(Publish + "&Message=one", RunningSns.Writer)).Status);
    }
}
