using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.SystemLogs;

/// <summary>The figures of an invocation.</summary>
internal sealed record InvocationReport
{
    public required string RequestId { get; init; }

    /// <summary>Of the invoke phase.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Of the init phase; null when the environment was warm.</summary>
    public TimeSpan? InitDuration { get; init; }

    /// <summary>MB, configured.</summary>
    public required int MemorySize { get; init; }

    /// <summary>MB, the peak of the environment so far.</summary>
    public required int MaxMemoryUsed { get; init; }

    /// <summary>Null when the runtime responded, even if with an error of the function.</summary>
    public InvocationFailure? Failure { get; init; }

    /// <summary>Bytes of the response.</summary>
    public int ProducedBytes { get; init; }

    /// <summary>The trace, when the function traces actively.</summary>
    public TraceHeader? Trace { get; init; }

    /// <summary>
    /// Milliseconds, rounded up; the init phase is billed too, since August 2025
    /// (https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/).
    /// </summary>
    public long BilledMilliseconds => (long)Math.Ceiling((Duration + (InitDuration ?? TimeSpan.Zero)).TotalMilliseconds);
}
