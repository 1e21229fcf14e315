using System.Globalization;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>The control groups of one environment: one folder in cgroup v2, one for each controller in v1.</summary>
internal sealed class ControlGroup : IDisposable
{
    private readonly IReadOnlyList<string> _folders;
    private readonly GroupMemory _memory;
    private readonly Action<string> _remove;

    /// <param name="folders">The folders, that of memory first.</param>
    /// <param name="memory">Its bound of memory.</param>
    /// <param name="remove">Takes each folder when the processes have ended.</param>
    public ControlGroup(IReadOnlyList<string> folders, GroupMemory memory, Action<string> remove)
    {
        (_folders, _memory, _remove) = (folders, memory, remove);
        foreach (var bound in folders.Select(folder => Path.Combine(folder, "pids.max")).Where(File.Exists))
        {
            File.WriteAllText(bound, Limits.MostProcesses.ToString(CultureInfo.InvariantCulture));
            LimitsProcesses = true;
        }
    }

    /// <summary>Whether the number of processes is bounded.</summary>
    public bool LimitsProcesses { get; }

    /// <summary>The files by which a process enters.</summary>
    public IEnumerable<string> Entrances => _folders.Select(folder => Path.Combine(folder, "cgroup.procs"));

    /// <summary>What a runtime reads its bound of memory from, as .NET does for its heap.</summary>
    public IEnumerable<string> Mounts => ["--ro-bind", _folders[0], _memory.MountPoint];

    /// <summary>Whether a process was ended for want of memory.</summary>
    public bool RanOutOfMemory => _memory.RanOut;

    /// <summary>The function has started.</summary>
    public void MakeRoom() => _memory.MakeRoom();

    /// <summary>Looks whether the environment is at its bound.</summary>
    /// <param name="program">Finds the process that is ended then.</param>
    public void CheckMemory(Func<int> program) => _memory.Check(program);

    public void Dispose()
    {
        foreach (var folder in _folders)
        {
            _remove(folder);
        }
    }
}
