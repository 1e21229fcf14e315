using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;
using Lexicon.Local.Lambda.Asynchronous;
using Lexicon.Local.Lambda.Destinations;
using Lexicon.Local.Tests.ApiGateway;

namespace Lexicon.Local.Tests.Lambda;

/// <summary>https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html.</summary>
public sealed class EventQueueTests : IAsyncDisposable
{
    private const string QueueArn = "arn:aws:sqs:us-east-1:123456789012:letters";
    private readonly FakeFunctions _functions = new();
    private readonly FakeQueues _queues = new();
    private readonly FakeTopics _topics = new();
    private readonly TestClock _clock = new();
    private readonly EventQueue _queue;

    public EventQueueTests() => _queue = new EventQueue(_functions, Outlets(), _clock);

    [Fact]
    public void Event_ThatSucceeds_IsDeliveredOnce()
    {
        Add();
        _clock.Advance(TimeSpan.FromHours(7));

        Assert.Equal([("arn:aws:lambda:us-east-1:123456789012:function:echo:live", "request-1")], Attempts());
        Assert.Empty(_queues.All);
    }

    [Fact]
    public void Event_ThatTheFunctionFailsOn_IsTriedAgainAfterOneMinuteAndAfterTwoMore()
    {
        _functions.Handler = (_, _) => Task.FromResult(
            FakeFunctions.Payload("""{"errorType":"E","errorMessage":"no luck"}""", "Unhandled"));

        Add();
        List<int> attempts = [Attempts().Count];
        foreach (var seconds in (int[])[59, 1, 119, 1])
        {
            _clock.Advance(TimeSpan.FromSeconds(seconds));
            attempts.Add(Attempts().Count);
        }

        Assert.Equal([1, 1, 2, 2, 3], attempts);
        var letter = Assert.Single(_queues.All);
        Assert.Equal(
            (QueueArn, """{"a":1}""", "arn:aws:sts::123456789012:assumed-role/test/echo"),
            (letter.QueueArn, letter.Body, letter.Caller.Arn));
        Assert.Equal(
            [("RequestID", "String", "request-1"), ("ErrorCode", "Number", "200"), ("ErrorMessage", "String", "no luck")],
            letter.Attributes.Select(attribute => (attribute.Key, attribute.Value.DataType, attribute.Value.StringValue!)));
    }

    [Fact]
    public void Event_WhoseRetrySucceeds_IsNoDeadLetter()
    {
        var failures = 1;
        _functions.Handler = (_, _) => Task.FromResult(FakeFunctions.Payload("{}", failures-- > 0 ? "Unhandled" : null));

        Add();
        _clock.Advance(TimeSpan.FromMinutes(1));
        _clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(2, Attempts().Count);
        Assert.Empty(_queues.All);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no JSON")]
    public void Event_WithoutRetries_IsADeadLetterAtOnce_EvenIfTheErrorSaysNothing(string error)
    {
        _functions.Handler = (_, _) => Task.FromResult(FakeFunctions.Payload(error, "Unhandled"));

        Add(new EventSettings { Retries = 0 });

        Assert.Equal(["RequestID", "ErrorCode"], Assert.Single(_queues.All).Attributes.Keys);
    }

    [Fact]
    public void Event_ForAThrottledFunction_WaitsLongerEachTimeAndCostsNoRetry()
    {
        _functions.Refuse("TooManyRequestsException", 429);

        Add();
        foreach (var seconds in (int[])[1, 2, 4, 8])
        {
            _clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        Assert.Equal(5, Attempts().Count);
        Assert.Empty(_queues.All);
    }

    [Fact]
    public void Event_ThatWouldBeTooOldAtTheNextAttempt_IsADeadLetterWithTheLastError()
    {
        _functions.Refuse("TooManyRequestsException", 429);

        Add(new EventSettings { MaximumAge = TimeSpan.FromSeconds(5) });
        _clock.Advance(TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("429", Assert.Single(_queues.All).Attributes["ErrorCode"].StringValue);
        Assert.Equal(3, Attempts().Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void DeadLetter_IsPublishedToATopic_IfTheRoleMay(bool allows)
    {
        const string Topic = "arn:aws:sns:us-east-1:123456789012:letters";
        _functions.Handler = (_, _) => Task.FromResult(FakeFunctions.Payload("""{"errorMessage":"no luck"}""", "Unhandled"));
        _topics.Allows = allows;

        Add(new EventSettings { Retries = 0 }, Topic);

        Assert.Empty(_queues.All);
        Assert.Equal(
            allows ? 1 : 0,
            _topics.Published.Count(letter => letter is (Topic, { Message: """{"a":1}""" } notification)
                && notification.Attributes["ErrorMessage"].StringValue == "no luck"));
    }

    [Fact]
    public void DeadLetter_ThatTheRoleMayNotSend_IsNotSent()
    {
        _functions.Handler = (_, _) => Task.FromResult(FakeFunctions.Payload("{}", "Unhandled"));
        _queues.Allows = false;

        Add(new EventSettings { Retries = 0 });

        Assert.Empty(_queues.All);
    }

    [Fact]
    public void DeadLetter_KeepsTheFirstKilobyteOfTheError()
    {
        var document = new JsonObject { ["errorMessage"] = new string('x', 5000) }.ToJsonString();
        _functions.Handler = (_, _) => Task.FromResult(FakeFunctions.Payload(document, "Unhandled"));

        Add(new EventSettings { Retries = 0 });

        Assert.Equal(1024, Assert.Single(_queues.All).Attributes["ErrorMessage"].StringValue!.Length);
    }

    [Fact]
    public async Task Function_WithEventSettingsAndAQueue_UsesThem()
    {
        await using var lambda = new RunningLambda();
        lambda.Function("echo", $$"""
            "DeadLetterConfig": { "TargetArn": "{{QueueArn}}" }
            """);
        lambda.Provision("AWS::Lambda::EventInvokeConfig", "Events", """
            { "FunctionName": "echo", "Qualifier": "$LATEST", "MaximumRetryAttempts": 0, "MaximumEventAgeInSeconds": 60 }
            """);
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.Path = "/2015-03-31/functions/echo/invocations";
        context.Request.Headers["X-Amz-Invocation-Type"] = "Event";
        context.Request.Body = new MemoryStream("""{"do":"fail","type":"E","message":"no"}"""u8.ToArray());

        await lambda.Service.HandleAsync(context, Lexicon.Local.Iam.Caller.Root);

        var letter = await lambda.Queues.First;
        Assert.Equal(("no", """{"do":"fail","type":"E","message":"no"}"""), (letter.Attributes["ErrorMessage"].StringValue, letter.Body));
    }

    [Fact]
    public async Task Function_WhoseRoleMayNotSendDeadLetters_IsRefusedAsLambdaRefusesIt()
    {
        await using var lambda = new RunningLambda();
        lambda.Queues.Allows = false;
        lambda.Function("echo", $$"""
            "DeadLetterConfig": { "TargetArn": "{{QueueArn}}" }
            """);

        var refusal = await Assert.ThrowsAsync<StartupException>(() => lambda.Service.StartAsync(default));

        Assert.Equal(
            "function echo: The provided execution role does not have permissions to call SendMessage on SQS", refusal.Message);
    }

    [Fact]
    public async Task DeadLetterTarget_ThatIsNoQueueOrTopic_IsRefusedByName()
    {
        await using var lambda = new RunningLambda();

        var refusal = Assert.Throws<StartupException>(() => lambda.Function("echo", """
            "DeadLetterConfig": { "TargetArn": "arn:aws:s3:::bucket" }
            """));

        Assert.Contains("'DeadLetterConfig.TargetArn'", refusal.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _queue.DisposeAsync();

    private void Add(EventSettings? settings = null, string target = QueueArn) => _queue.Add(new QueuedEvent(
        new InvokeRequest("arn:aws:lambda:us-east-1:123456789012:function:echo:live", """{"a":1}"""u8.ToArray())
        {
            RequestId = "request-1",
        },
        settings ?? EventSettings.Default,
        new DeadLetterTarget(target, RunningLambda.Role, "echo"),
        Caller.Session(RunningLambda.Role, "echo")));

    private EventOutlets Outlets()
    {
        var functions = new FunctionDestination(new Functions(), _functions, new TestIdentities());
        return new(
            new DeadLetters(_queues, _topics),
            new InvocationRecords(new DestinationSender(TestServices.With(_queues), functions), _clock));
    }

    private List<(string Function, string? RequestId)> Attempts() =>
        [.. _functions.Invocations.Select(invocation => (invocation.FunctionArn, invocation.Invocation.RequestId))];
}
