namespace Lexicon.Local.Lambda.RuntimeApi;

/// <summary>An invocation that the runtime has been handed.</summary>
internal sealed class Dispatched(RuntimeEvent handed)
{
    private readonly TaskCompletionSource<FunctionResponse?> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The invocation.</summary>
    public RuntimeEvent Event => handed;

    /// <summary>What the runtime answered; null when it ended without an answer.</summary>
    public Task<FunctionResponse?> Answered => _answered.Task;

    /// <summary>The end of the invoke phase: true when the runtime asked for the next invocation, false when it ended.</summary>
    public Task<bool> Finished => _finished.Task;

    /// <summary>Completes <see cref="Answered"/>.</summary>
    public void Answer(FunctionResponse? answer) => _answered.TrySetResult(answer);

    /// <summary>Completes <see cref="Finished"/>.</summary>
    public void Finish(bool ready) => _finished.TrySetResult(ready);
}
