using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Domain;

/// <summary>
/// When an invocation has to be answered, and what it has used of the database so far. Waiting and retrying end before it: the
/// answer is still ours.
/// </summary>
internal sealed class Deadline : ITableCall, IDisposable
{
    /// <summary>What is kept back of an invocation's time to answer and log in.</summary>
    public static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _source;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly TimeSpan _limit;

    public Deadline(TimeProvider time, TimeSpan limit)
    {
        _time = time;
        _start = time.GetTimestamp();
        _limit = limit < TimeSpan.Zero ? TimeSpan.Zero : limit;
        _source = new CancellationTokenSource(_limit, time);
    }

    public Usage Usage { get; } = new();

    public CancellationToken Token => _source.Token;

    public TimeSpan Remaining => _limit - _time.GetElapsedTime(_start);

    void ITableCall.Read(string action, double units) => Usage.Read(action, units);

    void ITableCall.Wrote(string action, double units) => Usage.Wrote(action, units);

    void ITableCall.Retried() => Usage.Retried();

    public void Dispose() => _source.Dispose();
}
