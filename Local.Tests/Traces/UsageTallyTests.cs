using System.Diagnostics;
using Lexicon.Local.Lambda.Facts;
using Lexicon.Local.Traces;

namespace Lexicon.Local.Tests.Traces;

/// <summary>What a run has used of each resource, counted from its spans.</summary>
public sealed class UsageTallyTests
{
    private readonly UsageTally _tally = new();

    [Fact]
    public void RequestsOfADistribution_WithTheirBytesAndFunctions_AndOfAnApi_AreCounted()
    {
        var edge = Span("GET /", ("aws.cloudfront.distribution", "E1"), ("http.response.body.size", 1_500L));
        _tally.Add(new("t", [Span("CloudFront runs Pages"), edge]));
        _tally.Add(new("t", [edge]));
        _tally.Add(new("t", [Span("API Gateway GET /", ("aws.apigateway.api_id", "a1"))]));

        Assert.Equal(
            [("bytes", 3_000), ("functions", 1), ("requests", 2)],
            _tally.Of("E1").Select(one => (one.Key, one.Value)).Order());
        Assert.Equal(1, _tally.Of("a1")["requests"]);
    }

    [Fact]
    public void UnitsOfATable_AndCallsOfAQueue_AreCounted_ByWhatWasDecidedWithinTheSpans()
    {
        var call = Span("dynamodb Query") with
        {
            Events =
            [
                Event("DynamoDB consumes", ("table", "T"), ("read", 1.5)),
                Event("DynamoDB consumes", ("table", "T"), ("write", 2.0)),
                Event("IAM allows", ("action", "sqs:SendMessage"), ("resource", "arn:q")),
                Event("IAM denies", ("action", "sqs:SendMessage"), ("resource", "arn:q")),
            ],
        };
        _tally.Add(new("t", [call]));
        _tally.Add(new("t", [call]));

        Assert.Equal([("read", 3.0), ("write", 4.0)], _tally.Of("T").Select(one => (one.Key, one.Value)).Order());
        Assert.Equal(2, _tally.Of("arn:q")["requests"]);
        Assert.Empty(_tally.Of("nothing"));
    }

    [Fact]
    public void Function_IsBilledByItsTimeAndItsMemory_AlsoBeyondTheInvocationsThatAreKept()
    {
        var history = new InvocationHistory();
        foreach (var _ in Enumerable.Range(0, 300))
        {
            history.Add("one", new("r", DateTimeOffset.UnixEpoch, TimeSpan.Zero, null, 10, 100, null), memorySize: 512);
        }

        Assert.Equal((300, 1.5), (history.UsageOf("one").Invocations, Math.Round(history.UsageOf("one").GigabyteSeconds, 9)));
        Assert.Equal(new FunctionUsage(0, 0), history.UsageOf("another"));
    }

    private static ActivityEvent Event(string name, params (string Key, object Value)[] tags) =>
        new(name, tags: [.. tags.Select(tag => KeyValuePair.Create(tag.Key, (object?)tag.Value))]);

    private static SpanRecord Span(string name, params (string Key, object Value)[] tags) => new(
        "a", null, name, ActivityKind.Server, DateTime.UnixEpoch, TimeSpan.Zero, null,
        [.. tags.Select(tag => KeyValuePair.Create(tag.Key, (object?)tag.Value))], []);
}
