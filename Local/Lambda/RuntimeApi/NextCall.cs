namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>One call of <c>next</c> that waits for an invocation, for as long as it takes.</summary>
internal sealed class NextCall(Func<bool> isConnected)
{
    private readonly TaskCompletionSource<RuntimeEvent?> _delivery = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The invocation; null when another call has taken the place of this one.</summary>
    public Task<RuntimeEvent?> Delivery => _delivery.Task;

    /// <summary>Whether the runtime still holds the connection that it waits on.</summary>
    public bool IsConnected => isConnected();

    /// <summary>Hands the invocation over.</summary>
    public void Deliver(RuntimeEvent next) => _delivery.TrySetResult(next);

    /// <summary>Ends the wait without an invocation.</summary>
    public void GiveUp() => _delivery.TrySetResult(null);
}
