using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>
/// The runner's own folder among the kernel's control groups, with a group for each environment below it. As cgroup v2 has them, for
/// root and where systemd hands a subtree to the user (https://systemd.io/CGROUP_DELEGATION/); as v1 has them, for root.
/// </summary>
internal sealed class ControlGroups : IDisposable
{
    private const string Prefix = "lexicon-";
    private static int _instances;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<string> _folders;
    private readonly UnifiedHierarchy? _unified;
    private readonly ConcurrentQueue<string> _left = [];
    private int _number;

    private ControlGroups(IReadOnlyList<string> parents, UnifiedHierarchy? unified)
    {
        _unified = unified;
        var name = string.Create(
            CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Interlocked.Increment(ref _instances)}");
        _folders = [.. parents.Select(parent => Path.Combine(parent, name))];
        foreach (var (parent, folder) in parents.Zip(_folders))
        {
            Sweep(parent);
            Directory.CreateDirectory(folder);
            if (unified is not null)
            {
                UnifiedHierarchy.Enable(folder);
            }
        }
    }

    /// <summary>Enters them; null where the runner may not.</summary>
    public static ControlGroups? TryCreate()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        UnifiedHierarchy? unified = null;
        try
        {
            var own = OwnGroups.Read(File.ReadLines("/proc/self/cgroup"), "/sys/fs/cgroup");
            unified = own.IsUnified ? new UnifiedHierarchy(own.Folders[0]) : null;
            return own.Folders.Count > 0 ? new ControlGroups(own.Folders, unified) : null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            unified?.Dispose();
            return null;
        }
    }

    /// <summary>The groups of a new environment.</summary>
    /// <param name="memory">MB.</param>
    /// <param name="storage">MB of its <c>/tmp</c>, which the kernel counts as memory and Lambda does not.</param>
    public ControlGroup Create(int memory, int storage)
    {
        RemoveLeft();
        var number = Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture);
        string[] folders = [.. _folders.Select(folder => Path.Combine(folder, number))];
        foreach (var folder in folders)
        {
            Directory.CreateDirectory(folder);
        }

        var files = _unified is null ? MemoryFiles.V1 : MemoryFiles.V2;
        return new ControlGroup(folders, new GroupMemory(folders[0], files, memory, storage), _left.Enqueue);
    }

    public void Dispose()
    {
        // The last environments may be about to end.
        var begin = Stopwatch.GetTimestamp();
        while (!_folders.All(RemoveAll) && Stopwatch.GetElapsedTime(begin) < Patience)
        {
            Thread.Sleep(1);
        }

        _unified?.Dispose();
    }

    // A group can be removed when the kernel has let go of its last process, which is a moment after that has ended.
    private void RemoveLeft()
    {
        for (var rest = _left.Count; rest > 0 && _left.TryDequeue(out var folder); rest--)
        {
            if (!TryRemove(folder))
            {
                _left.Enqueue(folder);
            }
        }
    }

    /// <summary>Removes what a killed runner left.</summary>
    private static void Sweep(string parent)
    {
        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            if (int.TryParse(Path.GetFileName(folder).Split('-')[1], CultureInfo.InvariantCulture, out var runner)
                && ProcessIdentity.Of(runner) is null)
            {
                RemoveAll(folder);
            }
        }
    }

    private static bool RemoveAll(string folder) =>
        !Directory.Exists(folder) || (Directory.EnumerateDirectories(folder).ToList().All(TryRemove) && TryRemove(folder));

    private static bool TryRemove(string folder)
    {
        try
        {
            Directory.Delete(folder);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
