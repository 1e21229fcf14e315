namespace Lexicon.Functions.Domain;

/// <summary>
/// When an invocation has to be answered, and what it has used of the database so far. Waiting and retrying end before it: the
/// answer is still ours.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly TimeSpan _time;

    public Deadline(TimeProvider time, TimeSpan time)
    {
        _clock = time;
        _start = time.GetTimestamp();
        _time = time < TimeSpan.Zero ? TimeSpan.Zero : time;
        _source = new CancellationTokenSource(_time, time);
    }

    public Usage Usage { get; } = new();

    public CancellationToken Token => _source.Token;

    public TimeSpan Remaining => _time - _clock.GetElapsedTime(_start);

    public void Dispose() => _source.Dispose();
}
