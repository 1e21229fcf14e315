using System.Diagnostics;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Traces;

/// <summary>Collects the runner's spans and hands over each piece once its first span is over.</summary>
internal sealed class TraceRecorder : IDisposable
{
    private const int MostSpans = 500;

    // Each recorder's own: two that listen at once, as in the tests, must not fill one list.
    private readonly string _collected = $"lexicon.collected.{Guid.NewGuid():N}";
    private readonly ActivityListener _listener;
    private readonly Action<Piece> _keep;

    /// <summary>Listens until it is disposed.</summary>
    /// <param name="keep">Takes a piece, at once and from any thread.</param>
    /// <param name="leaveOut">Hears of each trace that is left out; null: nobody does.</param>
    public TraceRecorder(Action<Piece> keep, Action? leaveOut = null)
    {
        _keep = keep;
        var sampler = new TraceSampler(leaveOut ?? (() => { }), TimeProvider.System);
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Spans.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> span) => sampler.Sample(span.Parent),
            ActivityStarted = Begin,
            ActivityStopped = End,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    private void Begin(Activity activity)
    {
        if (activity.Parent is null && activity.Recorded)
        {
            activity.SetCustomProperty(_collected, new List<SpanRecord>());
        }
    }

    private void End(Activity activity)
    {
        var root = activity;
        while (root.Parent is { } above)
        {
            root = above;
        }

        // What began before anybody listened is not whole.
        if (root.GetCustomProperty(_collected) is not List<SpanRecord> spans)
        {
            return;
        }

        var span = SpanRecord.From(activity);
        lock (spans)
        {
            if (activity != root && root.IsStopped)
            {
                // It outlived the request that began it: a piece of its own in the same trace.
                _keep(new Piece(activity.TraceId.ToHexString(), [span]));
            }
            else if (activity == root)
            {
                _keep(new Piece(activity.TraceId.ToHexString(), [.. spans, span]));
            }
            else if (spans.Count < MostSpans - 1)
            {
                spans.Add(span);
            }
        }
    }
}
