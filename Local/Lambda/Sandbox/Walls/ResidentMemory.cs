using System.Globalization;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>
/// Bounds memory where the kernel cannot: adds up what processes hold that is in no file (<c>RssAnon</c>, proc_pid_status(5)). What is
/// used and given back between two looks is not seen.
/// </summary>
/// <param name="limit">MB; 0 for none.</param>
internal sealed class ResidentMemory(int limit)
{
    /// <summary>Whether more was held than the limit.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Looks at the processes of an environment.</summary>
    public bool Check(IEnumerable<int> processes) =>
        IsExceeded = IsExceeded || (limit > 0 && processes.Sum(process => Read(process, "RssAnon:")) > limit * 1024L);

    /// <summary>A figure of a process in KB; 0 when there is no such process.</summary>
    public static long Read(int process, string field)
    {
        try
        {
            // "VmHWM:     12345 kB"
            return File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal))
                is { } line
                ? long.Parse(line.AsSpan(field.Length, line.Length - field.Length - 3).Trim(), CultureInfo.InvariantCulture)
                : 0;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
