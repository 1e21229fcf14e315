namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>Who started whom, as the kernel knows it (proc_tid_children(5)).</summary>
internal static class ProcessTree
{
    /// <summary>The processes that a process has started and that still run, the oldest first; none where nobody knows.</summary>
    public static IReadOnlyList<int> ChildrenOf(int process)
    {
        try
        {
            return
            [
                .. Directory.EnumerateDirectories($"/proc/{process}/task")
                    .SelectMany(task => File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Select(int.Parse),
            ];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The oldest of them; 0 when there is none.</summary>
    public static int FirstChildOf(int process) => ChildrenOf(process) is [var first, ..] ? first : 0;

    /// <summary>All that descend from a process.</summary>
    public static IEnumerable<int> Below(int process) =>
        ChildrenOf(process).SelectMany(child => Below(child).Prepend(child));
}
