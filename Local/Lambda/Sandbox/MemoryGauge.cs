using System.Diagnostics;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// The most memory that a runtime has used. It is looked up only now and then, since that costs as much as a small invocation.
/// </summary>
internal sealed class MemoryGauge
{
    private static readonly TimeSpan ReadInterval = TimeSpan.FromMilliseconds(200);

    private int _peak;
    private long _readAt;

    /// <summary>The peak so far in MB; 0 where nothing ever ran.</summary>
    public int Read(RuntimeProcess? runtime)
    {
        if (runtime is not null && (_peak == 0 || Stopwatch.GetElapsedTime(_readAt) > ReadInterval))
        {
            _peak = Math.Max(_peak, runtime.PeakMemory());
            _readAt = Stopwatch.GetTimestamp();
        }

        return _peak;
    }
}
