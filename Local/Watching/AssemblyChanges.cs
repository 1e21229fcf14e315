using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Lexicon.Local.Watching;

/// <summary>
/// Notices a newer assembly: its <c>manifest.json</c>, which is written last, was written, and the writing has ended.
/// </summary>
internal sealed class AssemblyChanges : IDisposable
{
    /// <summary>How long nothing must happen to the file. A manifest is small; it is written in much less.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(30);

    private readonly FileSystemWatcher watcher;
    private readonly TimeProvider time;
    private readonly Channel<bool> seen = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Watches from now on.</summary>
    public AssemblyChanges(string assembly, TimeProvider time)
    {
        this.time = time;
        watcher = new FileSystemWatcher(assembly, "manifest.json");
        watcher.Changed += (_, _) => seen.Writer.TryWrite(true);
        watcher.Created += (_, _) => seen.Writer.TryWrite(true);
        watcher.Renamed += (_, _) => seen.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>An item for each time that the assembly is there anew.</summary>
    public async IAsyncEnumerable<bool> ReadAsync([EnumeratorCancellation] CancellationToken stop)
    {
        while (await seen.Reader.WaitToReadAsync(stop))
        {
            while (seen.Reader.TryRead(out _))
            {
                await Task.Delay(Quiet, time, stop);
            }

            yield return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => watcher.Dispose();
}
