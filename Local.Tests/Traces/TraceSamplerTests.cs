using System.Diagnostics;
using Lexicon.Local.Traces;
using Microsoft.Extensions.Time.Testing;

namespace Lexicon.Local.Tests.Traces;

public sealed class TraceSamplerTests
{
    private readonly FakeTimeProvider _time = new();
    private int _leftOut;

    [Fact]
    public void TracesBeyondThoseOfASecond_AreLeftOut_Counted_AndKeptAgainInTheNext()
    {
        var sampler = new TraceSampler(() => _leftOut++, _time);

        var kept = Enumerable.Range(0, TraceSampler.MostASecond + 2).Count(_ => IsKept(sampler.Sample(default)));
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((TraceSampler.MostASecond, 2, true), (kept, _leftOut, IsKept(sampler.Sample(default))));
    }

    [Theory]
    [InlineData(ActivityTraceFlags.Recorded, true)]
    [InlineData(ActivityTraceFlags.None, false)]
    public void SpanBelowAnother_IsKeptIfThatIs_HoweverManyThereAre(ActivityTraceFlags above, bool isKept)
    {
        var sampler = new TraceSampler(() => _leftOut++, _time);
        var parent = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), above);

        var results = Enumerable.Range(0, TraceSampler.MostASecond + 2).Select(_ => IsKept(sampler.Sample(parent))).Distinct();

        Assert.Equal([isKept], results);
        Assert.Equal(0, _leftOut);
    }

    private static bool IsKept(ActivitySamplingResult result) => result == ActivitySamplingResult.AllDataAndRecorded;
}
