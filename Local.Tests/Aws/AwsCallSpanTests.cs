using System.Collections.Concurrent;
using System.Diagnostics;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Aws;

/// <summary>Every call of the endpoint leaves a span: signed, unsigned, refused.</summary>
public sealed class AwsCallSpanTests : IClassFixture<EndpointFixture>, IDisposable
{
    private readonly EndpointFixture _fixture;
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _ended = [];
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();

    public AwsCallSpanTests(EndpointFixture fixture)
    {
        _fixture = fixture;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Spans.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task SignedCall_LeavesASpanOfItsServiceAndCaller()
    {
        var span = await SpanOfAsync(_fixture.Request("dynamodb").Sign());

        Assert.Equal(
            ("dynamodb", EndpointFixture.RootArn, 200, ActivityStatusCode.Unset),
            (span.GetTagItem("aws.service"), span.GetTagItem("aws.caller"), span.GetTagItem("http.response.status_code"), span.Status));
    }

    [Fact]
    public async Task UnsignedCall_LeavesASpanOfWhoeverClaimsIt()
    {
        var span = await SpanOfAsync(_fixture.Request("lambda").Plain("/lambda"));

        Assert.Equal(
            ("lambda", "*", 200),
            (span.GetTagItem("aws.service"), span.GetTagItem("aws.caller"), span.GetTagItem("http.response.status_code")));
    }

    [Fact]
    public async Task CallWithoutItsToken_LeavesASpanThatSaysSo()
    {
        var span = await SpanOfAsync(_fixture.Request("x").Plain("/elsewhere"));

        Assert.Equal(403, span.GetTagItem("http.response.status_code"));
        Assert.StartsWith("MissingAuthenticationToken", span.StatusDescription);
    }

    // Other tests call their own endpoints meanwhile: the trace tells which span is of this call.
    private async Task<Activity> SpanOfAsync(HttpRequestMessage request)
    {
        var digits = _trace.ToHexString();
        request.Headers.TryAddWithoutValidation(TraceHeader.Name, $"Root=1-{digits[..8]}-{digits[8..]}");
        await EndpointFixture.SendAsync(request);
        await Eventually.TrueAsync(() => _ended.Any(span => span.TraceId == _trace));
        return _ended.Single(span => span.TraceId == _trace);
    }
}
