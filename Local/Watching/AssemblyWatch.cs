using System.Diagnostics;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Watching;

/// <summary>Applies each newer assembly and says what became of it. One that is refused changes nothing.</summary>
internal sealed class AssemblyWatch(Settings settings, RunningCloud running, PageReload reload)
{
    /// <summary>Follows the assembly until the runner stops.</summary>
    public async Task FollowAsync(CancellationToken stop)
    {
        using var changes = new AssemblyChanges(settings.Assembly, TimeProvider.System);
        Progress.Say($"Watching {settings.Assembly}");
        try
        {
            // It may have been written while the runner started.
            await ApplyAsync(stop);
            await foreach (var _ in changes.ReadAsync(stop))
            {
                await ApplyAsync(stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The runner stops.
        }
    }

    /// <summary>Applies the assembly as it lies there now.</summary>
    public async Task ApplyAsync(CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var difference = await running.ApplyAsync(CloudAssembly.Load(settings.Assembly), stop);
            if (!difference.IsNothing)
            {
                reload.Tell();
                Progress.Say(FormattableString.Invariant($"{difference.Line} ({watch.Elapsed.TotalSeconds:0.00} s)"));
            }
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException and not OutOfMemoryException)
        {
            Progress.Warn($"Not applied, what ran before runs on: {TextOf(refusal).ReplaceLineEndings(" ")}");
        }
    }

    // All of them: who watches does not start the runner again to ask for the rest.
    private static string TextOf(Exception refusal) =>
        refusal is StartupException { Lines: { Length: > 1 } all } ? string.Join("; ", all) : refusal.Message;
}
