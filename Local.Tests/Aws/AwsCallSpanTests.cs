using System.Diagnostics;
using Lexicon.Local.Aws;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Aws;

/// <summary>Every call of the endpoint leaves a span: signed, unsigned, refused.</summary>
public sealed class AwsCallSpanTests(EndpointFixture fixture) : IClassFixture<EndpointFixture>, IDisposable
{
    private readonly SpanListener _spans = new();
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task SignedCall_LeavesASpanOfItsServiceAndCaller()
    {
        var span = await SpanOfAsync(fixture.Request("dynamodb").Sign());

        Assert.Equal(
            ("dynamodb", EndpointFixture.RootArn, 200, ActivityStatusCode.Unset),
            (span.GetTagItem("aws.service"), span.GetTagItem("aws.caller"), span.GetTagItem("http.response.status_code"), span.Status));
    }

    [Fact]
    public async Task UnsignedCall_LeavesASpanOfWhoeverClaimsIt()
    {
        var span = await SpanOfAsync(fixture.Request("lambda").Plain("/lambda"));

        Assert.Equal(
            ("lambda", "*", 200),
            (span.GetTagItem("aws.service"), span.GetTagItem("aws.caller"), span.GetTagItem("http.response.status_code")));
    }

    [Fact]
    public async Task CallWithoutItsToken_LeavesASpanThatSaysSo()
    {
        var span = await SpanOfAsync(fixture.Request("x").Plain("/elsewhere"));

        Assert.Equal(403, span.GetTagItem("http.response.status_code"));
        Assert.StartsWith("MissingAuthenticationToken", span.StatusDescription);
    }

    [Fact]
    public void CallOfTheQueryProtocol_IsNamedByItsAction_OnceThatIsKnown()
    {
        using var span = Spans.Begin("sns POST");
        span!.SetTag("rpc.service", "sns");

        AwsCallSpan.Name("Publish");

        Assert.Equal(("sns Publish", "Publish"), (span.DisplayName, span.GetTagItem("rpc.method")));
    }

    // Other tests call their own endpoints meanwhile: the trace tells which span is of this call.
    private async Task<Activity> SpanOfAsync(HttpRequestMessage request)
    {
        var digits = _trace.ToHexString();
        request.Headers.TryAddWithoutValidation(TraceHeader.Name, $"Root=1-{digits[..8]}-{digits[8..]}");
        await EndpointFixture.SendAsync(request);
        return await _spans.SingleAsync(span => span.TraceId == _trace);
    }
}
