using System.Diagnostics;
using System.Globalization;

namespace Lexicon.Local.Hosting;

/// <summary>
/// What tells a process from a later one with the same id: its start time, on Linux as the kernel counts it (ticks since
/// boot, proc_pid_stat(5)) together with the id of the boot.
/// </summary>
internal static class ProcessIdentity
{
    private const int StartTimeAfterName = 19;
    private static readonly string? BootId = OperatingSystem.IsLinux() ? ReadBootId() : null;

    /// <summary>The identity of the process that has this id now; null when there is none.</summary>
    public static string? Of(int id)
    {
        try
        {
            if (BootId is null)
            {
                using var process = Process.GetProcessById(id);
                return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
            }

            // The program's name stands in parentheses and may hold anything, so fields are counted behind the last one.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');

            // A zombie has ended; only its parent has not asked for its exit code yet.
            return fields[0] == "Z" ? null : $"{BootId}:{fields[StartTimeAfterName]}";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string ReadBootId() => File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
}
