using System.Collections.Concurrent;
using System.Diagnostics;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Support;

/// <summary>Hears the runner's spans as they end: of all tests that run meanwhile, so that a test asks for its own.</summary>
internal sealed class SpanListener : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = [];
    private readonly ActivityListener _listener;

    public SpanListener()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Spans.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>Those that have ended.</summary>
    public IReadOnlyCollection<Activity> Ended => _ended;

    /// <summary>The one span that is so, as soon as it has ended.</summary>
    public async Task<Activity> SingleAsync(Func<Activity, bool> isMine)
    {
        await Eventually.TrueAsync(() => _ended.Any(isMine));
        return _ended.Single(isMine);
    }
}
