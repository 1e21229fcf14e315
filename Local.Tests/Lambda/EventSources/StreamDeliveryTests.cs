using Lexicon.Local.Lambda;
using Lexicon.Local.Tests.ApiGateway;

namespace Lexicon.Local.Tests.Lambda.EventSources;

/// <summary>
/// https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html and
/// https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html.
/// </summary>
public sealed class StreamDeliveryTests : IAsyncDisposable
{
    private readonly MappingHouse _house = new();

    [Fact]
    public async Task Record_ReachesTheFunctionAsLambdaWritesIt()
    {
        _house.Map();
        await _house.StartAsync();
        _house.Write("a");

        await _house.BatchesAsync(1);

        Assert.Equal(
            """
            {"Records":[{"eventID":"id-100","eventName":"INSERT","eventVersion":"1.1","eventSource":"aws:dynamodb","awsRegion":"us-east-1",
            "dynamodb":{"ApproximateCreationDateTime":1795342530,"Keys":{"pk":{"S":"a"}},"SequenceNumber":"100","SizeBytes":3,
            "StreamViewType":"KEYS_ONLY"},
            "eventSourceARN":"arn:aws:dynamodb:us-east-1:123456789012:table/Notes/stream/2026-01-01T00:00:00.000"}]}
            """.ReplaceLineEndings(""),
            _house.Functions.Event.ToJsonString());
        Assert.Equal(MappingHouse.FunctionArn, _house.Functions.Invocations[0].FunctionArn);
        await Eventually.TrueAsync(() => _house.Mapping.LastResult == "OK");
    }

    [Fact]
    public async Task Batch_HasAsManyRecordsAsItsSizeSays_InOrder()
    {
        _house.Write("a", "b", "c", "d", "e");
        _house.Map(new { BatchSize = 2 });

        await _house.StartAsync();

        Assert.Equal(["a,b", "c,d", "e"], await _house.BatchesAsync(3));
    }

    [Fact]
    public async Task Window_GathersRecordsUntilItIsOver()
    {
        _house.Map(new { MaximumBatchingWindowInSeconds = 10 });
        await _house.StartAsync();
        _house.Write("a");
        await _house.Clock.UntilSomebodyWaitsAsync(TimeSpan.FromSeconds(10));
        _house.Write("b");

        await _house.MoveUntilAsync(() => _house.Batches.Count > 0);

        Assert.Equal(["a,b"], _house.Batches);
    }

    [Fact]
    public async Task Latest_BeginsAfterWhatWasThere_EvenIfTheRunnerIsKilledBeforeAnythingWasRead()
    {
        _house.Write("before");
        _house.Map(new { StartingPosition = "LATEST" });
        await _house.Mappings.PrepareAsync(default);
        _house.Write("after");

        await _house.RestartAsync();
        _house.Map(new { StartingPosition = "LATEST" });
        await _house.StartAsync();

        Assert.Equal(["after"], await _house.BatchesAsync(1));
    }

    [Fact]
    public async Task Records_ThatTheFiltersDoNotAccept_AreSkippedForGood()
    {
        _house.Map(new
        {
            FilterCriteria = new { Filters = new[] { new { Pattern = """{"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"y"}]}}}}""" } } },
        });
        await _house.StartAsync();
        _house.Write("no", "yes", "nobody", "you");
        await _house.BatchesAsync(1);

        await _house.RestartAsync();
        _house.Map();
        await _house.StartAsync();
        _house.Write("last");

        Assert.Equal(["yes,you", "last"], await _house.BatchesAsync(2));
    }

    [Fact]
    public async Task Failure_IsTriedAgainBeforeAnythingAfterIt()
    {
        var failures = 2;
        _house.Functions.Handler = (_, _) => Answer(failures-- > 0 ? "Unhandled" : null);
        _house.Map(new { BatchSize = 1 });
        await _house.StartAsync();
        _house.Write("a", "b");

        await _house.MoveUntilAsync(() => _house.Batches.Count == 4);

        Assert.Equal(["a", "a", "a", "b"], _house.Batches);
    }

    [Fact]
    public async Task Retries_ThatRunOut_DiscardTheBatchAndTellTheDestination()
    {
        _house.Functions.Handler = (request, _) => Answer(MappingHouse.KeysOf(request) == "poison" ? "Unhandled" : null);
        _house.Map(new
        {
            BatchSize = 1,
            MaximumRetryAttempts = 1,
            DestinationConfig = new { OnFailure = new { Destination = MappingHouse.Letters } },
        });
        await _house.StartAsync();
        var sequence = _house.Write("poison", "fine");

        await _house.MoveUntilAsync(() => _house.Batches.Count == 3);

        Assert.Equal(["poison", "poison", "fine"], _house.Batches);
        var record = await _house.LetterAsync();
        record["timestamp"] = null;
        Assert.Equal(
            """
            {"requestContext":{"requestId":"invocation-1","functionArn":"arn:aws:lambda:us-east-1:123456789012:function:reader",
            "condition":"RetryAttemptsExhausted","approximateInvokeCount":2},
            "responseContext":{"statusCode":200,"executedVersion":"$LATEST","functionError":"Unhandled"},
            "version":"1.0","timestamp":null,
            "DDBStreamBatchInfo":{"shardId":"shard-1","startSequenceNumber":"100","endSequenceNumber":"100",
            "approximateArrivalOfFirstRecord":"2026-11-22T10:15:30Z","approximateArrivalOfLastRecord":"2026-11-22T10:15:30Z","batchSize":1,
            "streamArn":"arn:aws:dynamodb:us-east-1:123456789012:table/Notes/stream/2026-01-01T00:00:00.000"}}
            """.ReplaceLineEndings(""),
            record.ToJsonString());
        Assert.Equal("100", sequence[0]);
    }

    [Fact]
    public async Task Records_ThatAreTooOld_AreDiscardedBeforeTheFunctionSeesThem()
    {
        _house.Streams.Write("shard-1", _house.Clock.GetUtcNow() - TimeSpan.FromSeconds(61), "old");
        _house.Write("new");
        _house.Map(new
        {
            MaximumRecordAgeInSeconds = 60,
            DestinationConfig = new { OnFailure = new { Destination = MappingHouse.Letters } },
        });

        await _house.StartAsync();

        Assert.Equal(["new"], await _house.BatchesAsync(1));
        var record = await _house.LetterAsync();
        Assert.Equal("RecordAgeExceeded", (string?)record["requestContext"]!["condition"]);
        Assert.Equal(0, (int?)record["requestContext"]!["approximateInvokeCount"]);
        Assert.Null(record["responseContext"]);
    }

    [Fact]
    public async Task Bisect_FindsThePoisonAndTakesNothingFromItsRetries()
    {
        _house.Functions.Handler = (request, _) =>
            Answer(MappingHouse.KeysOf(request).Contains("poison", StringComparison.Ordinal) ? "Unhandled" : null);
        _house.Map(new { BisectBatchOnFunctionError = true, MaximumRetryAttempts = 1 });
        _house.Write("a", "b", "poison", "d");

        await _house.StartAsync();
        await _house.MoveUntilAsync(() => _house.Batches.Count == 6);

        Assert.Equal(["a,b,poison,d", "a,b", "poison,d", "poison", "poison", "d"], _house.Batches);
    }

    [Fact]
    public async Task PartialFailure_GoesOnWithTheFirstRecordThatFailed()
    {
        var isFirst = true;
        _house.Functions.Handler = (_, _) =>
        {
            var answer = isFirst ? """{"batchItemFailures":[{"itemIdentifier":"102"},{"itemIdentifier":"101"}]}""" : "{}";
            isFirst = false;
            return Task.FromResult(FakeFunctions.Payload(answer));
        };
        _house.Map(new { FunctionResponseTypes = new[] { "ReportBatchItemFailures" } });
        _house.Write("a", "b", "c");

        await _house.StartAsync();
        await _house.MoveUntilAsync(() => _house.Batches.Count == 2);

        Assert.Equal(["a,b,c", "b,c"], _house.Batches);
    }

    [Fact]
    public async Task PartialFailure_OfAFunctionThatIsNotToReportIt_IsASuccess()
    {
        _house.Functions.Answer("""{"batchItemFailures":[{"itemIdentifier":"100"}]}""");
        _house.Map();
        await _house.StartAsync();
        _house.Write("a");
        await _house.BatchesAsync(1);
        _house.Write("b");

        Assert.Equal(["a", "b"], await _house.BatchesAsync(2));
    }

    [Fact]
    public async Task Throttling_CostsNoRetry()
    {
        var throttles = 3;
        _house.Functions.Handler = (_, _) => throttles-- > 0
            ? Task.FromException<InvokeResponse>(new LambdaServiceException("TooManyRequestsException", 429, "Rate Exceeded."))
            : Answer(null);
        _house.Map(new { MaximumRetryAttempts = 0 });
        await _house.StartAsync();
        _house.Write("a");

        await _house.MoveUntilAsync(() => _house.Batches.Count == 4);

        Assert.Equal(["a", "a", "a", "a"], _house.Batches);
        await Eventually.TrueAsync(() => _house.Mapping.LastResult == "OK");
    }

    [Fact]
    public async Task Poison_HoldsUpItsLaneAndNoOtherItem()
    {
        _house.Functions.Handler = (request, _) =>
            Answer(MappingHouse.KeysOf(request).Contains("poison", StringComparison.Ordinal) ? "Unhandled" : null);
        _house.Map(new { BatchSize = 1, ParallelizationFactor = 10 });
        await _house.StartAsync();
        _house.Write("poison");
        await _house.BatchesAsync(1);
        var others = Enumerable.Range(0, 40).Select(number => $"item-{number}").ToArray();
        _house.Write(others);

        await Eventually.TrueAsync(() => _house.Batches.Count > 20);

        Assert.Equal("poison", _house.Batches[0]);
    }

    [Fact]
    public async Task Items_KeepTheirOrder_HoweverManyBatchesThereAreAtOnce()
    {
        _house.Functions.Handler = async (_, _) =>
        {
            await Task.Yield();
            return FakeFunctions.Payload("{}");
        };
        _house.Map(new { BatchSize = 3, ParallelizationFactor = 5 });
        await _house.StartAsync();
        for (var round = 0; round < 20; round++)
        {
            _house.Write([.. Enumerable.Range(0, 7).Select(item => $"item-{item}")]);
        }

        await Eventually.TrueAsync(() => Sequences().Count == 140);

        Assert.All(Sequences().GroupBy(record => record.Key), item => Assert.Equal(item.Order(), item));
    }

    [Fact]
    public async Task Shard_IsReadAfterItsParent()
    {
        _house.Streams.Open("shard-2", parent: "shard-1");
        _house.Streams.Write("shard-2", _house.Clock.GetUtcNow(), "child");
        _house.Map();
        await _house.StartAsync();
        _house.Write("parent");
        await _house.BatchesAsync(1);

        _house.Streams.Close("shard-1");

        await _house.MoveUntilAsync(() => _house.Batches.Count == 2);
        Assert.Equal(["parent", "child"], _house.Batches);
    }

    [Fact]
    public async Task Restart_DeliversWhatWasNotHandled()
    {
        var begun = new TaskCompletionSource();
        _house.Functions.Handler = async (request, cancellation) =>
        {
            if (MappingHouse.KeysOf(request) == "b" && begun.TrySetResult())
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }

            return FakeFunctions.Payload("{}");
        };
        _house.Map(new { BatchSize = 1 });
        await _house.StartAsync();
        _house.Write("a", "b", "c");
        await begun.Task;

        await _house.RestartAsync();
        _house.Map(new { BatchSize = 1 });
        await _house.StartAsync();

        Assert.Equal(["a", "b", "b", "c"], await _house.BatchesAsync(4));
    }

    [Fact]
    public async Task NewerAssembly_GoesOnAfterWhatIsUnderWay()
    {
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        _house.Functions.Handler = async (_, _) =>
        {
            begun.TrySetResult();
            await goOn.Task;
            return FakeFunctions.Payload("{}");
        };
        _house.Map(new { BatchSize = 1 });
        await _house.StartAsync();
        _house.Write("a", "b");
        await begun.Task;

        _house.Renew();
        _house.Map(new { BatchSize = 10 });
        await _house.StartAsync();
        _house.Write("c");
        goOn.SetResult();

        Assert.Equal(["a", "b,c"], await _house.BatchesAsync(2));
    }

    [Fact]
    public async Task Role_ThatMayNotReadAnyMore_GetsNothing_AndTheMappingSaysSo()
    {
        _house.Map();
        await _house.StartAsync();
        _house.Streams.Denied.Add("GetRecords");
        _house.Write("a");

        await _house.MoveUntilAsync(() => _house.Mapping.LastResult.StartsWith("PROBLEM", StringComparison.Ordinal));

        Assert.Equal(
            "PROBLEM: arn:aws:sts::123456789012:assumed-role/test/reader may not GetRecords", _house.Mapping.LastResult);
        Assert.Empty(_house.Batches);
        _house.Streams.Denied.Clear();
        await _house.MoveUntilAsync(() => _house.Batches.Count == 1);
    }

    [Fact]
    public async Task DisabledMapping_ReadsNothing_UntilItIsEnabled()
    {
        _house.Map(new { Enabled = false });
        await _house.StartAsync();
        _house.Write("a");

        await _house.Mappings.UpdateAsync(_house.Mapping, new() { Enabled = true }, default);

        Assert.Equal(["a"], await _house.BatchesAsync(1));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private static Task<InvokeResponse> Answer(string? error) => Task.FromResult(FakeFunctions.Payload("{}", error));

    private List<(string Key, int Sequence)> Sequences()
    {
        lock (_house.Functions.Events)
        {
            return
            [
                .. _house.Functions.Events.SelectMany(one => one["Records"]!.AsArray()).Select(record => (
                    (string)record!["dynamodb"]!["Keys"]!["pk"]!["S"]!,
                    int.Parse((string)record["dynamodb"]!["SequenceNumber"]!, System.Globalization.CultureInfo.InvariantCulture))),
            ];
        }
    }
}
