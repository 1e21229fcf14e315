namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>The control groups that the runner itself is in (https://man7.org/linux/man-pages/man7/cgroups.7.html).</summary>
/// <param name="Folders">That of memory first; in cgroup v1 also those of processes and processor time. None without memory.</param>
/// <param name="IsUnified">Whether it is cgroup v2, where one folder is for everything.</param>
internal sealed record OwnGroups(IReadOnlyList<string> Folders, bool IsUnified)
{
    private static readonly string[] Controllers = ["memory", "pids", "cpu"];

    /// <summary>Reads the lines of <c>/proc/self/cgroup</c>: <c>4:memory:/user</c>, or <c>0::/user.slice</c> for all of v2.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="root">Where the hierarchies are mounted.</param>
    public static OwnGroups Read(IEnumerable<string> lines, string root)
    {
        var paths = lines.Select(line => line.Split(':', 3)).Where(parts => parts.Length == 3).ToList();
        if (File.Exists($"{root}/cgroup.controllers"))
        {
            var own = paths.Where(parts => parts[1].Length == 0).Select(parts => root + parts[2].TrimEnd('/'));
            return new([.. own.Where(Directory.Exists).Take(1)], true);
        }

        var folders = Controllers
            .Select(controller => paths.Where(parts => parts[1].Split(',').Contains(controller)).Select(parts => Folder(controller, parts)))
            .Select(found => found.FirstOrDefault(Directory.Exists))
            .ToList();
        return new(folders[0] is null ? [] : [.. folders.OfType<string>().Distinct()], false);

        string Folder(string controller, string[] parts) => $"{root}/{controller}{parts[2].TrimEnd('/')}";
    }
}
