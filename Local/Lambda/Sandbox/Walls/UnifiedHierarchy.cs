using System.Globalization;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>
/// Makes the runner's own group of cgroup v2 one that can have groups below it: such a group may have no processes itself
/// (https://docs.kernel.org/admin-guide/cgroup-v2.html#no-internal-process-constraint), so those in it move one level down, and back in
/// the end.
/// </summary>
internal sealed class UnifiedHierarchy : IDisposable
{
    private const string Controllers = "+memory +pids +cpu";
    private readonly string _own;
    private readonly string _leaf;

    public UnifiedHierarchy(string own)
    {
        _own = own;
        _leaf = Path.Combine(own, $"runner-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}");
        try
        {
            Directory.CreateDirectory(_leaf);
            Move(own, _leaf);
            Enable(own);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Lets the groups below a folder be bounded.</summary>
    public static void Enable(string folder) => File.WriteAllText(Path.Combine(folder, "cgroup.subtree_control"), Controllers);

    public void Dispose()
    {
        try
        {
            File.WriteAllText(Path.Combine(_own, "cgroup.subtree_control"), Controllers.Replace('+', '-'));
            Move(_leaf, _own);
            Directory.Delete(_leaf);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // Some group is in use still; it goes with the session of the runner.
        }
    }

    private static void Move(string from, string to)
    {
        foreach (var process in File.ReadAllLines(Path.Combine(from, "cgroup.procs")))
        {
            File.WriteAllText(Path.Combine(to, "cgroup.procs"), process);
        }
    }
}
