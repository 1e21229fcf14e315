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

    private readonly FileSystemWatcher _watcher;
    private readonly TimeProvider _time;
    private readonly Channel<bool> _seen = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Watches from now on.</summary>
    public AssemblyChanges(string assembly, TimeProvider time)
    {
        _time = time;
        _watcher = new FileSystemWatcher(assembly, "manifest.json");
        _watcher.Changed += (_, _) => _seen.Writer.TryWrite(true);
        _watcher.Created += (_, _) => _seen.Writer.TryWrite(true);
        _watcher.Renamed += (_, _) => _seen.Writer.TryWrite(true);
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>An item for each time that the assembly is there anew.</summary>
    public async IAsyncEnumerable<bool> ReadAsync([EnumeratorCancellation] CancellationToken stop)
    {
        while (await _seen.Reader.WaitToReadAsync(stop))
        {
            while (_seen.Reader.TryRead(out _))
            {
                await Task.Delay(Quiet, _time, stop);
            }

            yield return true;
        }
    }

    public void Dispose() => _watcher.Dispose();
}
