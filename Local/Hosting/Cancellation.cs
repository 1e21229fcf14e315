namespace Lexicon.Local.Hosting;

/// <summary>Waiting for a stop.</summary>
internal static class Cancellation
{
    /// <summary>Completes when the token is cancelled; never fails.</summary>
    public static Task WhenCancelledAsync(this CancellationToken token)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        token.Register(cancelled.SetResult);
        return cancelled.Task;
    }
}
