using System.Threading.Channels;

namespace Lexicon.Local.CloudWatchLogs;

/// <summary>
/// Appends events to their files behind the caller's back, in the order of the calls: a function's response does not wait
/// for a disk. Disposal returns when everything is written.
/// </summary>
internal sealed class LogWriter : IAsyncDisposable
{
    private readonly Channel<(LogGroup Group, LogEvent Logged)> _queue =
        Channel.CreateUnbounded<(LogGroup, LogEvent)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly LogGroups _groups;
    private readonly TimeProvider _time;
    private readonly Task _writing;

    public LogWriter(LogGroups groups, TimeProvider time)
    {
        _groups = groups;
        _time = time;
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Takes one event.</summary>
    public void Write(string group, string stream, string message)
    {
        var target = _groups.Group(group);
        var logged = new LogEvent(_time.GetUtcNow(), stream, message);
        target.Remember(logged);
        _queue.Writer.TryWrite((target, logged));
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAllAsync()
    {
        var batch = new Dictionary<string, MemoryStream>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < 64 && _queue.Reader.TryRead(out var item))
            {
                var file = item.Group.FileOf(item.Logged.Stream);
                if (!batch.TryGetValue(file, out var lines))
                {
                    batch[file] = lines = new MemoryStream();
                }

                lines.Write(LogLine.Serialize(item.Logged));
            }

            foreach (var (file, lines) in batch)
            {
                Append(file, lines);
            }

            batch.Clear();
        }
    }

    private static void Append(string file, MemoryStream lines)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 0);
            stream.Write(lines.GetBuffer().AsSpan(0, (int)lines.Length));
        }
        catch (Exception lost) when (lost is IOException or UnauthorizedAccessException)
        {
            // A full disk loses log lines, as an overloaded log service does; it must not end the functions.
            Console.Error.WriteLine($"log lines of {file} are lost: {lost.Message}");
        }
    }
}
