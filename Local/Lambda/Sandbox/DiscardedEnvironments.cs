namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// The environments that leave the pool while its lock is held. They end with the disposal of this, after the lock, since a process
/// takes its time to end.
/// </summary>
internal sealed class DiscardedEnvironments : IDisposable
{
    private List<ExecutionEnvironment>? _environments;

    /// <summary>Adds one.</summary>
    public void Add(ExecutionEnvironment environment) => (_environments ??= []).Add(environment);

    public void Dispose() => _environments?.ForEach(environment => environment.Dispose());
}
