using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;
using Lexicon.Local.Sqs.Messages;
using Lexicon.Local.Tests.ApiGateway;

namespace Lexicon.Local.Tests.Lambda.EventSources;

/// <summary>
/// https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html and
/// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html.
/// </summary>
public sealed class QueueDeliveryTests : IAsyncDisposable
{
    private readonly MappingHouse _house = new();

    [Fact]
    public async Task Message_ReachesTheFunctionAsLambdaWritesIt()
    {
        _house.MapQueue();
        _house.Sqs.Send(MappingHouse.Queue, Caller.Root, new NewMessage("test")
        {
            Attributes = new Dictionary<string, MessageAttribute>
            {
                ["size"] = MessageAttribute.Number(7),
                ["raw"] = new("Binary", null, [1, 2]),
            },
        });

        await _house.StartAsync();
        await _house.BatchesAsync(1);

        var record = _house.Functions.Event["Records"]![0]!;
        record["messageId"] = "id";
        record["receiptHandle"] = "handle";
        var attributes = record["attributes"]!.AsObject();
        Assert.Equal(
            [
                ("ApproximateFirstReceiveTimestamp", "1795342530123"), ("ApproximateReceiveCount", "1"),
                ("SenderId", "123456789012"), ("SentTimestamp", "1795342530123"),
            ],
            attributes.Select(attribute => (attribute.Key, (string?)attribute.Value)).Order());
        record["attributes"] = null;
        Assert.Equal(
            """
            {"messageId":"id","receiptHandle":"handle","body":"test","attributes":null,
            "messageAttributes":{
            "size":{"stringValue":"7","stringListValues":[],"binaryListValues":[],"dataType":"Number"},
            "raw":{"binaryValue":"AQI=","stringListValues":[],"binaryListValues":[],"dataType":"Binary"}},
            "md5OfMessageAttributes":"MD5","md5OfBody":"098f6bcd4621d373cade4e832627b4f6","eventSource":"aws:sqs",
            "eventSourceARN":"arn:aws:sqs:us-east-1:123456789012:jobs","awsRegion":"us-east-1"}
            """.ReplaceLineEndings("").Replace("MD5", (string)record["md5OfMessageAttributes"]!, StringComparison.Ordinal),
            record.ToJsonString());
        await IsEmptyAsync();
    }

    [Theory]
    [InlineData("Root=1-6b0d529b-2f63fe0d87663c1965c2933d", "Root=1-6b0d529b-2f63fe0d87663c1965c2933d", true)]
    [InlineData("Root=1-6b0d529b-2f63fe0d87663c1965c2933d", "Root=1-6b0d529b-aaaafe0d87663c1965c2933d", false)]
    public async Task Trace_OfAllMessagesOfABatch_IsThatOfTheInvocation(string one, string other, bool isTheirs)
    {
        foreach (var trace in (string[])[one, other])
        {
            _house.Sqs.Send(MappingHouse.Queue, Caller.Root, new NewMessage("traced")
            {
                SystemAttributes = new Dictionary<string, MessageAttribute> { ["AWSTraceHeader"] = MessageAttribute.Text(trace) },
            });
        }

        _house.MapQueue();
        await _house.StartAsync();
        await _house.BatchesAsync(1);

        Assert.Equal(isTheirs ? one : null, _house.Functions.Invocations.Single().Invocation.TraceHeader);
    }

    [Fact]
    public async Task Batch_HasNoMoreThanTenMessages_WithoutAWindow()
    {
        for (var number = 0; number < 12; number++)
        {
            _house.Send($"{number}");
        }

        _house.MapQueue();
        await _house.StartAsync();
        await _house.BatchesAsync(2);

        Assert.Equal([2, 10], _house.Batches.Select(batch => batch.Split(',').Length).Order());
        await IsEmptyAsync();
    }

    [Fact]
    public async Task Window_GathersMessagesUntilTheBatchIsFull()
    {
        _house.MapQueue(new { BatchSize = 12, MaximumBatchingWindowInSeconds = 20 });
        await _house.StartAsync();
        for (var number = 0; number < 12; number++)
        {
            _house.Send($"{number}");
        }

        Assert.Equal(["0,1,2,3,4,5,6,7,8,9,10,11"], await _house.BatchesAsync(1));
    }

    [Fact]
    public async Task Message_ThatFailed_AppearsAgainWhenItsVisibilityTimeoutIsOver()
    {
        var failures = 1;
        _house.Functions.Handler = (_, _) => Answer(failures-- > 0 ? "Unhandled" : null);
        _house.MapQueue();
        await _house.StartAsync();
        _house.Send("a");
        await _house.BatchesAsync(1);

        await Eventually.TrueAsync(() => _house.Mapping.LastResult.StartsWith("PROBLEM", StringComparison.Ordinal));
        _house.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Single(_house.Batches);
        await _house.MoveUntilAsync(() => _house.Batches.Count == 2);

        Assert.Equal("2", (string?)_house.Functions.Event["Records"]![0]!["attributes"]!["ApproximateReceiveCount"]);
        await IsEmptyAsync();
    }

    [Fact]
    public async Task PartialFailure_DeletesWhatDidNotFail()
    {
        var isFirst = true;
        _house.Functions.Handler = (request, _) =>
        {
            var failed = request["Records"]!.AsArray().Where(record => isFirst && (string?)record!["body"] == "bad")
                .Select(record => $$"""{"itemIdentifier":"{{record!["messageId"]}}"}""").ToList();
            isFirst = false;
            return Task.FromResult(FakeFunctions.Payload($$"""{"batchItemFailures":[{{string.Join(',', failed)}}]}"""));
        };
        _house.MapQueue(new { FunctionResponseTypes = new[] { "ReportBatchItemFailures" } });
        _house.Send("good");
        _house.Send("bad");
        await _house.StartAsync();

        await _house.MoveUntilAsync(() => _house.Batches.Count == 2, seconds: 5);

        Assert.Equal(["good,bad", "bad"], _house.Batches);
        await IsEmptyAsync();
    }

    [Fact]
    public async Task Throttling_IsTriedAgainWhileTheMessagesAreHidden()
    {
        var throttles = 2;
        _house.Functions.Handler = (_, _) => throttles-- > 0
            ? Task.FromException<InvokeResponse>(new LambdaServiceException("TooManyRequestsException", 429, "Rate Exceeded."))
            : Answer(null);
        _house.MapQueue();
        _house.Send("a");
        await _house.StartAsync();

        await _house.MoveUntilAsync(() => _house.Batches.Count == 3);

        var counts = _house.Functions.Events.Select(
            one => (string?)one["Records"]![0]!["attributes"]!["ApproximateReceiveCount"]);
        Assert.Equal(["1", "1", "1"], counts);
        await IsEmptyAsync();
    }

    [Theory]
    [InlineData("""{"body":{"kind":["order"]}}""", "{\"kind\":\"order\"}")]
    [InlineData("""{"body":["plain"]}""", "plain")]
    [InlineData("""{"awsRegion":["us-east-1"]}""", "{\"kind\":\"order\"}|plain|{\"kind\":\"other\"}|[1]")]
    public async Task Message_ThatTheFiltersDoNotAccept_IsDeleted(string pattern, string accepted)
    {
        _house.MapQueue(new { FilterCriteria = new { Filters = new[] { new { Pattern = pattern } } } });
        foreach (var body in (string[])["{\"kind\":\"order\"}", "plain", "{\"kind\":\"other\"}", "[1]"])
        {
            _house.Send(body);
        }

        await _house.StartAsync();
        await _house.BatchesAsync(1);

        Assert.Equal(
            accepted, string.Join('|', _house.Functions.Event["Records"]!.AsArray().Select(record => (string?)record!["body"])));
        await IsEmptyAsync();
    }

    [Fact]
    public async Task MaximumConcurrency_BoundsTheBatchesAtOnce()
    {
        var (running, most) = (0, 0);
        var release = new SemaphoreSlim(0);
        _house.Functions.Handler = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await release.WaitAsync(CancellationToken.None);
            Interlocked.Decrement(ref running);
            return FakeFunctions.Payload("{}");
        };
        _house.MapQueue(new { BatchSize = 1, ScalingConfig = new { MaximumConcurrency = 2 } });
        for (var number = 0; number < 6; number++)
        {
            _house.Send($"{number}");
        }

        await _house.StartAsync();
        await _house.BatchesAsync(2);
        release.Release(6);
        await _house.BatchesAsync(6);

        Assert.Equal(2, most);
        await IsEmptyAsync();
    }

    [Fact]
    public async Task Restart_LeavesWhatIsUnderWayInTheQueue()
    {
        var begun = new TaskCompletionSource();
        _house.Functions.Handler = async (_, cancellation) =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            return FakeFunctions.Payload("{}");
        };
        _house.MapQueue();
        _house.Send("a");
        await _house.StartAsync();
        await begun.Task;

        await _house.RestartAsync();
        _house.Functions.Answer("{}");
        _house.MapQueue();
        await _house.StartAsync();
        await _house.MoveUntilAsync(() => _house.Batches.Count == 2, seconds: 5);

        await IsEmptyAsync();
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private static Task<InvokeResponse> Answer(string? error) => Task.FromResult(FakeFunctions.Payload("{}", error));

    private async Task IsEmptyAsync()
    {
        await Eventually.TrueAsync(() => _house.Mapping.LastResult == "OK");
        await _house.Mapping.StopAsync(atOnce: false);
        _house.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Empty(await _house.Sqs.ReceiveAsync(MappingHouse.Queue, Caller.Root, 10, TimeSpan.Zero, default));
    }
}
