using System.Globalization;

namespace Lexicon.Local.Debugging;

/// <summary>Who traces a process, such as gdb or lldb (proc_pid_status(5)).</summary>
internal static class Tracer
{
    private const string Field = "TracerPid:";

    /// <summary>The tracer's process id; 0 where there is none, or where the system does not know.</summary>
    public static int Find(int process)
    {
        try
        {
            var found = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal));
            return found is null ? 0 : int.Parse(found.AsSpan(Field.Length).Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
