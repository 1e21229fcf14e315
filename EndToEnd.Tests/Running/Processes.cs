using System.Diagnostics;
using System.Globalization;

namespace Lexicon.EndToEnd.Tests.Running;

/// <summary>Processes of this machine, by way of /proc.</summary>
internal static class Processes
{
    /// <summary>The processes below one, however deep, with their command lines.</summary>
    public static IReadOnlyList<(int Id, string Command)> Below(int ancestor)
    {
        var parents = Directory.GetDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Parent: ParentOf(id)))
            .ToLookup(process => process.Parent, process => process.Id);
        return [.. Descend(ancestor).Select(id => (id, CommandOf(id)))];

        IEnumerable<int> Descend(int id) => parents[id].SelectMany(child => Descend(child).Prepend(child));
    }

    /// <summary>Whether a process is there and is not just waiting to be reaped.</summary>
    public static bool IsAlive(int id) => Stat(id) is { } stat && stat[0] != "Z";

    public static async Task SignalAsync(int id, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private static int ParentOf(int id) =>
        Stat(id) is { } stat ? int.Parse(stat[1], CultureInfo.InvariantCulture) : 0;

    // proc(5): "pid (comm) state ppid ..."; the name may hold anything, so the fields are counted from its end.
    private static string[]? Stat(int id)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{id}/stat");
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string CommandOf(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }
}
