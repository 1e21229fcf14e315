using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.Assembly;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Sqs;
using Lexicon.Local.Sqs.Messages;
using Lexicon.Local.Tests.ApiGateway;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.Sqs;

/// <summary>https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html.</summary>
public sealed class SqsTests : IDisposable
{
    private const string Role = "arn:aws:iam::123456789012:role/reader";
    private readonly string folder = Directory.CreateTempSubdirectory("lexicon-sqs-").FullName;
    private readonly ManualClock clock = new();
    private readonly Identities identities;
    private readonly SqsService service;

    public SqsTests()
    {
        identities = new Identities(clock);
        service = Service();
        Realise("AWS::SQS::Queue", """{ "QueueName": "letters", "MessageRetentionPeriod": 1209600, "SqsManagedSseEnabled": true }""");
    }

    [Fact]
    public void Queue_IsKnownByUrlNameAndArn()
    {
        var realised = Realise("AWS::SQS::Queue", "{}", "Other");

        var name = realised.Attributes["QueueName"];
        Assert.Matches("^Test-Other-[A-Z0-9]{12}$", name);
        Assert.Equal($"http://localhost:9202/123456789012/{name}", realised.Ref);
        Assert.Equal(realised.Ref, realised.Attributes["QueueUrl"]);
        Assert.Equal($"arn:aws:sqs:us-east-1:123456789012:{name}", realised.Attributes["Arn"]);
    }

    [Fact]
    public async Task Message_IsReceivedWithItsAttributesAndDigests()
    {
        var sent = await AskAsync("SendMessage", """
            { "MessageBody": "{\"a\":1}", "MessageAttributes": { "ErrorCode": { "DataType": "Number", "StringValue": "200" } } }
            """);

        var received = (await AskAsync("ReceiveMessage", """
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
    public void Digest_OfAttributes_FollowsTheGuide() => Assert.Equal(
        "bef8bf215374a0a228d67533b1a488be",
        MessageDigest.OfAttributes(new Dictionary<string, MessageAttribute> { ["a"] = MessageAttribute.Text("b") }));

    [Fact]
    public async Task Message_IsHiddenUntilItsVisibilityTimeoutIsOver()
    {
        await AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        await AskAsync("ReceiveMessage", "{}");

        var hidden = await AskAsync("ReceiveMessage", "{}");
        clock.Advance(TimeSpan.FromSeconds(30));
        var again = await AskAsync("ReceiveMessage", """{ "AttributeNames": ["All"] }""");

        Assert.Equal("{}", hidden.ToJsonString());
        Assert.Equal("2", (string?)again["Messages"]![0]!["Attributes"]!["ApproximateReceiveCount"]);
    }

    [Fact]
    public async Task Message_ThatIsDeleted_NeverComesBack()
    {
        await AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        var receipt = (string)(await AskAsync("ReceiveMessage", "{}"))["Messages"]![0]!["ReceiptHandle"]!;

        await AskAsync("DeleteMessage", new JsonObject { ["ReceiptHandle"] = receipt }.ToJsonString());
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("{}", (await AskAsync("ReceiveMessage", "{}")).ToJsonString());
        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "sqs", "letters")));
    }

    [Fact]
    public async Task Message_SurvivesTheRunner()
    {
        await AskAsync("SendMessage", """{ "MessageBody": "one" }""");

        var next = Service();
        Realise("AWS::SQS::Queue", """{ "QueueName": "letters" }""", service: next);
        var received = await AskAsync("ReceiveMessage", "{}", next);

        Assert.Equal("one", (string?)received["Messages"]![0]!["Body"]);
    }

    [Fact]
    public async Task Message_IsGoneAfterTheRetention()
    {
        await AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        clock.Advance(TimeSpan.FromDays(14));

        Assert.Equal("{}", (await AskAsync("ReceiveMessage", "{}")).ToJsonString());
    }

    [Fact]
    public async Task Receive_ThatWaits_GetsWhatComesMeanwhile()
    {
        var waiting = AskAsync("ReceiveMessage", """{ "WaitTimeSeconds": 20 }""");
        await AskAsync("SendMessage", """{ "MessageBody": "one" }""");

        Assert.Equal("one", (string?)(await waiting)["Messages"]![0]!["Body"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Receive_ThatWaits_GetsWhatAppearsMeanwhile(bool isSentBefore)
    {
        const string Delayed = """{ "MessageBody": "one", "DelaySeconds": 5 }""";
        if (isSentBefore)
        {
            await AskAsync("SendMessage", Delayed);
        }

        var waiting = AskAsync("ReceiveMessage", """{ "WaitTimeSeconds": 20 }""");
        if (!isSentBefore)
        {
            await AskAsync("SendMessage", Delayed);
        }

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("one", (string?)(await waiting)["Messages"]![0]!["Body"]);
    }

    [Fact]
    public async Task Receive_WhoseCallerHasGone_HandsNothingOut()
    {
        using var gone = new CancellationTokenSource();
        var waiting = SendAsync("ReceiveMessage", """{ "QueueUrl": "letters", "WaitTimeSeconds": 20 }""", aborted: gone.Token);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        var received = await AskAsync("ReceiveMessage", """{ "AttributeNames": ["All"] }""");

        Assert.Equal("1", (string?)received["Messages"]![0]!["Attributes"]!["ApproximateReceiveCount"]);
    }

    [Fact]
    public async Task Message_HalfWrittenByAKilledRunner_IsAsItWas()
    {
        await AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        await File.WriteAllTextAsync(Path.Combine(folder, "sqs", "letters", "next"), "{ \"Id\":");

        var next = Service();
        Realise("AWS::SQS::Queue", """{ "QueueName": "letters" }""", service: next);
        var received = await AskAsync("ReceiveMessage", "{}", next);

        Assert.Equal("one", (string?)Assert.Single(received["Messages"]!.AsArray())!["Body"]);
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "sqs", "letters")));
    }

    [Theory]
    [InlineData("../letters")]
    [InlineData("a.b")]
    public void Queue_WithANameThatIsNone_IsRefused(string name)
    {
        var mistake = Assert.ThrowsAny<Exception>(
            () => Realise("AWS::SQS::Queue", new JsonObject { ["QueueName"] = name }.ToJsonString(), "Other"));

        Assert.Contains($"'{name}' is not up to 80 letters, digits, hyphens and underscores", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_CountWhatIsDelayedByItself()
    {
        await AskAsync("SendMessage", """{ "MessageBody": "one", "DelaySeconds": 5 }""");

        var some = await AskAsync("GetQueueAttributes", """
            { "AttributeNames": ["ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"] }
            """);

        Assert.Equal(
            """{"ApproximateNumberOfMessagesNotVisible":"0","ApproximateNumberOfMessagesDelayed":"1"}""", some["Attributes"]!.ToJsonString());
    }

    [Theory]
    [InlineData("{}", "InvalidParameterValue", "The message attribute 'a' must contain non-empty message attribute type.")]
    [InlineData("null", "InvalidParameterValue", "The message attribute 'a' must contain non-empty message attribute type.")]
    [InlineData("""{ "DataType": "Text", "StringValue": "x" }""", "InvalidParameterValue", "The message attribute 'a' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.")]
    [InlineData("""{ "DataType": "String.label", "StringValue": "" }""", "InvalidParameterValue", "The message attribute 'a' must contain non-empty message attribute value for message attribute type 'String.label'.")]
    [InlineData("""{ "DataType": "Binary", "BinaryValue": "?" }""", "SerializationException", "MessageAttributes is not a map.")]
    [InlineData("7", "SerializationException", "MessageAttributes is not a map.")]
    public async Task Attribute_ThatIsNone_IsRefusedAndNothingIsSent(string attribute, string type, string message)
    {
        var (status, _, body) = await SendAsync(
            "SendMessage", $$"""{ "QueueUrl": "letters", "MessageBody": "x", "MessageAttributes": { "a": {{attribute}} } }""");

        Assert.Equal(400, status);
        Assert.Equal($$"""{"__type":"com.amazonaws.sqs#{{type}}","message":"{{message}}"}""", body);
        Assert.Equal("{}", (await AskAsync("ReceiveMessage", "{}")).ToJsonString());
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("")]
    public async Task Attribute_WithANameThatIsNone_IsRefused(string name)
    {
        var (_, _, body) = await SendAsync(
            "SendMessage",
            $$"""{ "QueueUrl": "letters", "MessageBody": "x", "MessageAttributes": { "{{name}}": { "DataType": "String", "StringValue": "x" } } }""");

        Assert.Contains($"The message attribute name '{name}' is invalid.", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_OfAMessage_AreTenAtMost()
    {
        var attributes = new JsonObject(Enumerable.Range(0, 11).Select(number => KeyValuePair.Create(
            $"a{number}", (JsonNode?)new JsonObject { ["DataType"] = "String", ["StringValue"] = "x" })));

        var (_, _, body) = await SendAsync(
            "SendMessage", new JsonObject { ["QueueUrl"] = "letters", ["MessageBody"] = "x", ["MessageAttributes"] = attributes }.ToJsonString());

        Assert.Contains("Number of message attributes [11] exceeds the allowed maximum [10].", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_CountWhatIsThere()
    {
        await AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        await AskAsync("SendMessage", """{ "MessageBody": "two" }""");
        await AskAsync("ReceiveMessage", "{}");

        var some = await AskAsync("GetQueueAttributes", """{ "AttributeNames": ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "QueueArn"] }""");

        Assert.Equal(
            """{"QueueArn":"arn:aws:sqs:us-east-1:123456789012:letters","ApproximateNumberOfMessages":"1","ApproximateNumberOfMessagesNotVisible":"1"}""",
            some["Attributes"]!.ToJsonString());
        await AskAsync("PurgeQueue", "{}");
        var rest = await AskAsync("GetQueueAttributes", """{ "AttributeNames": ["All"] }""");
        Assert.Equal("0", (string?)rest["Attributes"]!["ApproximateNumberOfMessages"]);
        Assert.Equal("1209600", (string?)rest["Attributes"]!["MessageRetentionPeriod"]);
    }

    [Fact]
    public async Task Queues_AreFoundByNameAndListed()
    {
        var (_, _, found) = await SendAsync("GetQueueUrl", """{ "QueueName": "letters" }""");
        var (_, _, all) = await SendAsync("ListQueues", "{}");

        Assert.Equal("""{"QueueUrl":"http://localhost:9202/123456789012/letters"}""", found);
        Assert.Equal("""{"QueueUrls":["http://localhost:9202/123456789012/letters"]}""", all);
    }

    [Theory]
    [InlineData("SendMessage", """{ "QueueUrl": "http://localhost/1/none", "MessageBody": "x" }""", 400, "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue;Sender")]
    [InlineData("DeleteMessage", """{ "QueueUrl": "letters", "ReceiptHandle": "no" }""", 400, "ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid;Sender")]
    [InlineData("SendMessage", """{ "QueueUrl": "letters", "MessageBody": "" }""", 400, "MissingParameter", "MissingParameter;Sender")]
    [InlineData("ReceiveMessage", """{ "QueueUrl": "letters", "MaxNumberOfMessages": 11 }""", 400, "InvalidParameterValue", "InvalidParameterValue;Sender")]
    [InlineData("SendMessage", """{ "QueueUrl": "letters", "MessageBody": "a\u0000b" }""", 400, "InvalidMessageContents", "InvalidMessageContents;Sender")]
    [InlineData("SendMessage", """{ "QueueUrl": "letters", "MessageBody": 7 }""", 400, "SerializationException", "SerializationException;Sender")]
    [InlineData("SendMessage", """{ "QueueUrl": "letters", "QueueUrl": "letters", "MessageBody": "x" }""", 400, "SerializationException", "SerializationException;Sender")]
    [InlineData("ReceiveMessage", """{ "QueueUrl": 7 }""", 400, "SerializationException", "SerializationException;Sender")]
    [InlineData("ReceiveMessage", """{ "QueueUrl": "letters", "WaitTimeSeconds": "long" }""", 400, "SerializationException", "SerializationException;Sender")]
    [InlineData("CreateQueue", """{ "QueueName": "letters" }""", 400, "InvalidAction", "InvalidAction;Sender")]
    public async Task Errors_HaveTheNameOfSqs(string operation, string request, int status, string type, string queryError)
    {
        var (code, headers, body) = await SendAsync(operation, request);

        Assert.Equal((status, $"com.amazonaws.sqs#{type}"), (code, (string?)JsonNode.Parse(body)!["__type"]));
        Assert.Equal(queryError, headers["x-amzn-query-error"].ToString());
    }

    [Fact]
    public async Task Caller_WithoutPermission_IsDenied()
    {
        AddRole();

        var (status, _, body) = await SendAsync("ReceiveMessage", """{ "QueueUrl": "letters" }""", caller: RoleCaller);

        Assert.Equal(403, status);
        Assert.Contains("is not authorized to perform: sqs:ReceiveMessage on resource: arn:aws:sqs:us-east-1:123456789012:letters", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_OfTheQueue_AllowsAndDenies()
    {
        AddRole();
        Realise("AWS::SQS::QueuePolicy", """
            { "Queues": ["http://localhost:9202/123456789012/letters"], "PolicyDocument": { "Version": "2012-10-17", "Statement": [
              { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:role/reader" }, "Action": "sqs:*", "Resource": "*" },
              { "Effect": "Deny", "Principal": "*", "Action": "sqs:PurgeQueue", "Resource": "*" },
              { "Effect": "Deny", "Principal": "*", "Action": "sqs:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } } } ] } }
            """, "Policy");

        Assert.Equal(200, (await SendAsync("ReceiveMessage", """{ "QueueUrl": "letters" }""", caller: RoleCaller)).Status);
        Assert.Equal(403, (await SendAsync("PurgeQueue", """{ "QueueUrl": "letters" }""", caller: RoleCaller)).Status);
        Assert.True(service.AuthorizeSending(RoleCaller, "arn:aws:sqs:us-east-1:123456789012:letters").Allowed);
    }

    [Fact]
    public async Task QueryProtocol_IsRefusedByName()
    {
        var (status, _, body) = await SendAsync("ReceiveMessage", "{}", target: "");

        Assert.Equal(400, status);
        Assert.Contains("JSON protocol alone", body, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Caller RoleCaller => new RoleSession("", Role, "session", DateTimeOffset.MaxValue).ToCaller();

    private void AddRole() => new IamService(identities).ResourceTypes.Single(type => type.Name == "AWS::IAM::Role").Realise(
        new Resource("Test", "Reader", "AWS::IAM::Role", JsonNode.Parse("""
            { "RoleName": "reader", "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [
              { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" } ] } }
            """)!.AsObject()));

    private SqsService Service()
    {
        var settings = new Settings
        {
            Assembly = folder,
            Data = folder,
            Tools = folder,
            NodeModules = folder,
            EndpointsFile = folder,
            Port = 9200,
            Concurrency = 1,
        };
        return new SqsService(settings, Endpoints.From(9200), identities, clock);
    }

    private Realised Realise(string type, string properties, string logicalId = "Letters", SqsService? service = null) =>
        (service ?? this.service).ResourceTypes.Single(candidate => candidate.Name == type)
            .Realise(new Resource("Test", logicalId, type, JsonNode.Parse(properties)!.AsObject()));

    private async Task<JsonNode> AskAsync(string operation, string request, SqsService? service = null)
    {
        var document = JsonNode.Parse(request)!;
        document["QueueUrl"] = "http://localhost:9202/123456789012/letters";
        var (status, _, body) = await SendAsync(operation, document.ToJsonString(), service);
        Assert.Equal(200, status);
        return JsonNode.Parse(body)!;
    }

    private async Task<(int Status, IHeaderDictionary Headers, string Body)> SendAsync(
        string operation,
        string request,
        SqsService? service = null,
        Caller? caller = null,
        string? target = null,
        CancellationToken aborted = default)
    {
        var context = new DefaultHttpContext { RequestAborted = aborted };
        context.Request.Method = "POST";
        context.Request.Headers["x-amz-target"] = target ?? $"AmazonSQS.{operation}";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(request));
        context.Response.Body = new MemoryStream();
        await (service ?? this.service).HandleAsync(context, caller ?? Caller.Root);
        return (
            context.Response.StatusCode,
            context.Response.Headers,
            Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()));
    }
}
