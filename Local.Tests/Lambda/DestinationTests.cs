using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;
using Lexicon.Local.Lambda.Asynchronous;
using Lexicon.Local.Lambda.Destinations;
using Lexicon.Local.Tests.ApiGateway;
using Lexicon.Local.Tests.EventBridge;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html.</summary>
public sealed class DestinationTests : IAsyncDisposable
{
    private const string Queue = "arn:aws:sqs:us-east-1:123456789012:records";
    private const string Function = "arn:aws:lambda:us-east-1:123456789012:function:echo";
    private readonly FakeFunctions _functions = new();
    private readonly FakeQueues _queues = new();
    private readonly FakeTopics _topics = new();
    private readonly FakeEventBuses _buses = new();
    private readonly TestIdentities _identities = new();
    private readonly TestClock _clock = new();
    private readonly EventQueue _events;

    public DestinationTests()
    {
        var destinations = new DestinationSender(
            TestServices.With(_queues, topics: _topics, buses: _buses), new FunctionDestination(new Functions(), _functions, _identities));
        _events = new EventQueue(
            _functions, new EventOutlets(new DeadLetters(_queues, _topics), new InvocationRecords(destinations, _clock)), _clock);
    }

    [Fact]
    public void Success_IsRecordedWithWhatTheFunctionReturned()
    {
        _functions.Answer("""{"done":true}""");

        Add(new EventSettings { OnSuccess = Queue, OnFailure = "arn:aws:sqs:us-east-1:123456789012:other" });

        var sent = Assert.Single(_queues.All);
        Assert.Equal((Queue, "arn:aws:sts::123456789012:assumed-role/test/echo"), (sent.QueueArn, sent.Caller.Arn));
        Assert.Equal(
            """
            {"version":"1.0","timestamp":"2026-11-22T10:15:30.123Z","requestContext":{"requestId":"request-1",
            "functionArn":"arn:aws:lambda:us-east-1:123456789012:function:echo:$LATEST","condition":"Success","approximateInvokeCount":1},
            "requestPayload":{"a":1},"responseContext":{"statusCode":200,"executedVersion":"$LATEST"},"responsePayload":{"done":true}}
            """.ReplaceLineEndings(""),
            sent.Body);
    }

    [Fact]
    public void Failure_IsRecordedWhenTheRetriesAreExhausted()
    {
        _functions.Handler = (_, _) => Task.FromResult(FakeFunctions.Payload("""{"errorMessage":"no luck"}""", "Unhandled"));

        Add(new EventSettings { OnFailure = Queue }, $"{Function}:live");
        _clock.Advance(TimeSpan.FromMinutes(1));
        _clock.Advance(TimeSpan.FromMinutes(2));

        var record = JsonNode.Parse(Assert.Single(_queues.All).Body)!;
        Assert.Equal(
            """
            {"requestId":"request-1","functionArn":"arn:aws:lambda:us-east-1:123456789012:function:echo:live",
            "condition":"RetriesExhausted","approximateInvokeCount":3}
            """.ReplaceLineEndings(""),
            record["requestContext"]!.ToJsonString());
        Assert.Equal(
            """{"statusCode":200,"executedVersion":"$LATEST","functionError":"Unhandled"}""", record["responseContext"]!.ToJsonString());
        Assert.Equal("""{"errorMessage":"no luck"}""", record["responsePayload"]!.ToJsonString());
    }

    [Fact]
    public void Event_ThatBecameTooOld_IsRecordedWithoutAResponse()
    {
        _functions.Refuse("TooManyRequestsException", 429);

        Add(new EventSettings { OnFailure = Queue, MaximumAge = TimeSpan.FromSeconds(2) });
        _clock.Advance(TimeSpan.FromSeconds(1));

        var record = JsonNode.Parse(Assert.Single(_queues.All).Body)!;
        Assert.Equal("EventAgeExceeded", (string?)record["requestContext"]!["condition"]);
        Assert.Equal(["version", "timestamp", "requestContext", "requestPayload"], record.AsObject().Select(member => member.Key));
    }

    [Fact]
    public void Event_ForAFunctionThatIsStopped_IsRecordedAtOnce()
    {
        _functions.Refuse("TooManyRequestsException", 429);

        Add(new EventSettings { OnFailure = Queue }, isStopped: true);

        var record = JsonNode.Parse(Assert.Single(_queues.All).Body)!;
        Assert.Equal("ZeroReservedConcurrency", (string?)record["requestContext"]!["condition"]);
    }

    [Fact]
    public void Function_AsADestination_GetsTheRecordAsItsEvent()
    {
        Add(new EventSettings { OnSuccess = "arn:aws:lambda:us-east-1:123456789012:function:next" });

        var (function, invocation) = _functions.Invocations[1];
        Assert.Equal(
            ("arn:aws:lambda:us-east-1:123456789012:function:next", InvocationType.Event), (function, invocation.InvocationType));
        Assert.Equal("Success", (string?)JsonNode.Parse(invocation.Payload.Span)!["requestContext"]!["condition"]);
    }

    [Fact]
    public void Role_ThatMayNotInvokeTheDestination_InvokesNothing()
    {
        _identities.Denied.Add("lambda:InvokeFunction");

        Add(new EventSettings { OnSuccess = "arn:aws:lambda:us-east-1:123456789012:function:next" });

        Assert.Single(_functions.Invocations);
    }

    [Fact]
    public void Role_ThatMayNotSend_SendsNothing()
    {
        _queues.Allows = false;

        Add(new EventSettings { OnSuccess = Queue });

        Assert.Empty(_queues.All);
    }

    [Fact]
    public void Topic_GetsTheRecordAsItsMessage()
    {
        Add(new EventSettings { OnSuccess = "arn:aws:sns:us-east-1:123456789012:records" });

        var (topic, notification) = Assert.Single(_topics.Published);
        Assert.Equal("arn:aws:sns:us-east-1:123456789012:records", topic);
        Assert.Equal("Success", (string?)JsonNode.Parse(notification.Message)!["requestContext"]!["condition"]);
    }

    [Theory]
    [InlineData(null, "Success")]
    [InlineData("Unhandled", "Failure")]
    public void Bus_GetsTheRecordAsTheDetailOfAnEvent(string? error, string result)
    {
        const string Bus = "arn:aws:events:us-east-1:123456789012:event-bus/default";
        _functions.Handler = (_, _) => Task.FromResult(FakeFunctions.Payload("{}", error));

        Add(new EventSettings { OnSuccess = Bus, OnFailure = Bus, Retries = 0 });

        var put = Assert.Single(_buses.Events);
        Assert.Equal(
            ("lambda", $"Lambda Function Invocation Result - {result}", Bus), (put.Source, put.DetailType, put.Bus));
        Assert.Equal([$"{Function}:$LATEST", Bus], put.Resources);
        Assert.Equal("request-1", (string?)put.Detail["requestContext"]!["requestId"]);
    }

    [Fact]
    public void Role_ThatMayNotPublishOrPut_DoesNot()
    {
        _topics.Allows = false;
        _buses.Allows = false;

        Add(new EventSettings { OnSuccess = "arn:aws:sns:us-east-1:123456789012:records" });
        Add(new EventSettings { OnSuccess = "arn:aws:events:us-east-1:123456789012:event-bus/default" });

        Assert.Empty(_topics.Published);
        Assert.Empty(_buses.Events);
    }

    [Fact]
    public async Task Configuration_OfATemplate_SendsRecords()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");
        lambda.Provision("AWS::Lambda::EventInvokeConfig", "Events", $$"""
            { "FunctionName": "echo", "Qualifier": "$LATEST", "DestinationConfig": { "OnSuccess": { "Destination": "{{Queue}}" } } }
            """);

        await lambda.InvokeAsync(Function, """{"word":"x"}""", request => request with { InvocationType = InvocationType.Event });

        var record = JsonNode.Parse((await lambda.Queues.First).Body)!;
        Assert.Equal("""{"word":"x"}""", record["requestPayload"]!.ToJsonString());
        Assert.Equal("x", (string?)record["responsePayload"]!["event"]!["word"]);
    }

    [Fact]
    public async Task Destination_ThatIsNotSupported_IsRefusedByName()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");

        var refusal = Assert.Throws<StartupException>(() => lambda.Provision("AWS::Lambda::EventInvokeConfig", "Events", """
            { "FunctionName": "echo", "Qualifier": "$LATEST", "DestinationConfig": { "OnFailure": { "Destination": "arn:aws:s3:::b" } } }
            """));

        Assert.Contains("'DestinationConfig.OnFailure.Destination'", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """{ "DestinationConfig": { "OnSuccess": { "Destination": "arn:aws:lambda:us-east-1:123456789012:function:echo" } } }""",
        "You can't specify the function as a destination for itself.")]
    [InlineData(
        """{ "DestinationConfig": { "OnFailure": { "Destination": "arn:aws:sns:us-east-1:123456789012:records.fifo" } } }""",
        "arn:aws:sns:us-east-1:123456789012:records.fifo is not supported as a destination; it must be a standard queue or topic")]
    public async Task Configuration_ThatIsNotValid_EndsTheStart(string properties, string message)
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo");
        var configuration = Provisioning.Merge(new { FunctionName = "echo", Qualifier = "$LATEST" }, JsonNode.Parse(properties));

        var refusal = Assert.Throws<StartupException>(
            () => lambda.Provision("AWS::Lambda::EventInvokeConfig", "Events", configuration.ToJsonString()));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Record_HasAResponseAsDeepAsAFunctionReturnsIt()
    {
        var response = new string('[', 900) + new string(']', 900);
        _functions.Answer(response);

        Add(new EventSettings { OnSuccess = Queue });

        Assert.EndsWith($"\"responsePayload\":{response}}}", Assert.Single(_queues.All).Body, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _events.DisposeAsync();

    private void Add(EventSettings settings, string function = Function, bool isStopped = false) => _events.Add(new QueuedEvent(
        new InvokeRequest(function, Encoding.UTF8.GetBytes("""{"a":1}""")) { RequestId = "request-1" },
        settings,
        null,
        Caller.Session(RunningLambda.Role, "echo"))
    {
        IsForStoppedFunction = isStopped,
    });
}
