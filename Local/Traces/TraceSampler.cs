using System.Diagnostics;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Traces;

/// <summary>
/// Which traces are kept. Of the thousands of a second that a load test sends some are left out, whole: they would push out of the run's
/// file, within seconds, what somebody wants to look at.
/// </summary>
/// <param name="leaveOut">Hears of each that is left out.</param>
/// <param name="time">The clock.</param>
internal sealed class TraceSampler(Action leaveOut, TimeProvider time)
{
    /// <summary>The traces of a second.</summary>
    public const int MostASecond = 1_000;

    private readonly SecondlyBudget _budget = new(MostASecond, time);

    /// <summary>Whether a span is kept: the first one of a trace decides for those below it.</summary>
    /// <param name="parent">The span above it; the default: it is the first.</param>
    public ActivitySamplingResult Sample(ActivityContext parent)
    {
        if (parent.SpanId != default ? parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) : _budget.Take())
        {
            return ActivitySamplingResult.AllDataAndRecorded;
        }

        if (parent.SpanId == default)
        {
            leaveOut();
        }

        // It is there, so that those below it are not the first.
        return ActivitySamplingResult.PropagationData;
    }
}
