using System.Globalization;

namespace Lexicon.Local.Debugging;

/// <summary>Who traces a process, such as gdb or lldb (proc_pid_status(5)).</summary>
internal static class Tracer
{
    private const string Field = "TracerPid:";

    /// <summary>The tracer's process id; 0 where there is none, or where the system does not tell.</summary>
    public static int Of(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal)) is { } line
                ? int.Parse(line.AsSpan(Field.Length).Trim(), CultureInfo.InvariantCulture)
                : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
