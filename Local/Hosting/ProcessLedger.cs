using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Lexicon.Local.Hosting;

/// <summary>
/// The file that remembers which processes run, one line each: <c>+ID IDENTITY NAME</c> when one starts, <c>-ID</c> when it
/// has ended. Lines are appended and flushed one by one, so a runner that is killed leaves a readable ledger.
/// </summary>
internal sealed class ProcessLedger : IDisposable
{
    private readonly FileStream _file;

    private ProcessLedger(FileStream file) => _file = file;

    /// <summary>Ends every process that the ledger still names and that is still the same process, then begins anew.</summary>
    public static ProcessLedger Open(string path)
    {
        if (File.Exists(path))
        {
            foreach (var (id, identity) in Read(File.ReadLines(path)))
            {
                End(id, identity);
            }
        }

        return new ProcessLedger(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite));
    }

    /// <summary>Processes that lines of a ledger have entered and not struck off; a torn last line counts as none.</summary>
    public static IReadOnlyDictionary<int, string> Read(IEnumerable<string> lines)
    {
        var running = new Dictionary<int, string>();
        foreach (var line in lines)
        {
            var parts = line.Split(' ', 3);
            if (parts[0].Length < 2 || !int.TryParse(parts[0].AsSpan(1), CultureInfo.InvariantCulture, out var id))
            {
                continue;
            }

            if (line[0] == '+' && parts.Length == 3)
            {
                running[id] = parts[1];
            }
            else if (line[0] == '-')
            {
                running.Remove(id);
            }
        }

        return running;
    }

    /// <summary>Enters a process that has just started.</summary>
    public void Enter(int id, string name)
    {
        if (ProcessIdentity.Of(id) is { } identity)
        {
            Append($"+{id} {identity} {name.ReplaceLineEndings(" ")}\n");
        }
    }

    /// <summary>Notes that a process has ended.</summary>
    public void StrikeOff(int id) => Append($"-{id}\n");

    public void Dispose()
    {
        lock (_file)
        {
            _file.Dispose();
        }
    }

    private static void End(int id, string identity)
    {
        if (ProcessIdentity.Of(id) != identity)
        {
            return;
        }

        try
        {
            using var left = Process.GetProcessById(id);
            left.Kill(entireProcessTree: true);
            left.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended in between, or it belongs to someone else now.
        }
    }

    private void Append(string line)
    {
        lock (_file)
        {
            if (_file.CanWrite)
            {
                _file.Write(Encoding.UTF8.GetBytes(line));
                _file.Flush();
            }
        }
    }
}
