namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>A request that waits for an environment of its version.</summary>
internal sealed class Waiter(FunctionVersion version)
{
    private readonly TaskCompletionSource<ExecutionEnvironment> _served = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FunctionVersion Version => version;

    /// <summary>How often a later request was served before it.</summary>
    public int PassedOver { get; set; }

    public Task<ExecutionEnvironment> Task => _served.Task;

    public void Serve(ExecutionEnvironment environment) => _served.TrySetResult(environment);

    public void Cancel() => _served.TrySetCanceled();
}
