namespace Lexicon.Local.Lambda.Facts;

/// <summary>An invocation that is over.</summary>
/// <param name="RequestId">Its id.</param>
/// <param name="Ended">When.</param>
/// <param name="Duration">Of the invoke phase.</param>
/// <param name="Init">Of the init phase before it; null when the environment was warm.</param>
/// <param name="BilledMilliseconds">What AWS would bill.</param>
/// <param name="MaxMemoryUsed">MB.</param>
/// <param name="Failure">Why it failed; null: it returned.</param>
internal sealed record InvocationFacts(
    string RequestId, DateTimeOffset Ended, TimeSpan Duration, TimeSpan? Init, long BilledMilliseconds, int MaxMemoryUsed, string? Failure);
