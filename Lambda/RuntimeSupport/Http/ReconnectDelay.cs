namespace Amazon.Lambda.RuntimeSupport.Http;

/// <summary>
/// How long to wait before a connection is made anew: not at all at first, since a connection that idled or froze is often
/// closed; then longer each time. Ten failures in a row, four seconds, mean that there is no Runtime API any more.
/// </summary>
internal static class ReconnectDelay
{
    private const int MaxAttempts = 10;
    private const int MaxMilliseconds = 1000;

    /// <param name="attempt">How many attempts failed before this one.</param>
    /// <returns>The wait, or null to give up.</returns>
    public static TimeSpan? After(int attempt) => attempt switch
    {
        0 => TimeSpan.Zero,
        < MaxAttempts => TimeSpan.FromMilliseconds(Math.Min(10 << attempt, MaxMilliseconds)),
        _ => null,
    };
}
