namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>How the files of a control group for memory are called.</summary>
/// <param name="MountPoint">Where runtimes look for them.</param>
/// <param name="Bound">The bound.</param>
/// <param name="Swap">The bound of swap.</param>
/// <param name="SwapIsIncluded">Whether that is of memory and swap together.</param>
/// <param name="Own">In <c>memory.stat</c>: what is in no file.</param>
/// <param name="Events">What counts how often a process was ended.</param>
internal sealed record MemoryFiles(string MountPoint, string Bound, string Swap, bool SwapIsIncluded, string Own, string Events)
{
    /// <summary>https://docs.kernel.org/admin-guide/cgroup-v1/memory.html.</summary>
    public static MemoryFiles V1 { get; } = new(
        "/sys/fs/cgroup/memory", "memory.limit_in_bytes", "memory.memsw.limit_in_bytes", true, "rss", "memory.oom_control");

    /// <summary>https://docs.kernel.org/admin-guide/cgroup-v2.html#memory-interface-files.</summary>
    public static MemoryFiles V2 { get; } = new("/sys/fs/cgroup", "memory.max", "memory.swap.max", false, "anon", "memory.events");
}
