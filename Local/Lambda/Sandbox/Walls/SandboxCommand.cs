using System.Diagnostics;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>
/// The command line of a sandbox: a shell that lowers the limits of its own process and enters the control groups, and becomes
/// <c>bwrap</c>, which makes the namespaces and the mounts, and starts the program.
/// </summary>
/// <param name="bubblewrap">The program.</param>
/// <param name="mounts">What functions see.</param>
internal sealed class SandboxCommand(Bubblewrap bubblewrap, Mounts mounts)
{
    // "0" is the process that writes (https://docs.kernel.org/admin-guide/cgroup-v2.html#processes); the rest of the words is the command.
    private const string Enter = $$"""
        ulimit -n {{Limits.OpenFilesText}}
        while [ "$1" != -- ]; do echo 0 > "$1" || exit 126; shift; done
        shift
        exec "$@"
        """;

    /// <summary>Where the links are by which programs are started, so that their processes have names.</summary>
    private const string Links = "/run/lambda";

    private readonly IReadOnlyList<string> _ofSystem = [.. mounts.OfSystem()];

    /// <summary>The namespaces of every sandbox; that of the network is the runner's to make.</summary>
    public static IReadOnlyList<string> Namespaces { get; } =
    [
        "--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--disable-userns",
        "--uid", $"{EtcFiles.User}", "--gid", $"{EtcFiles.Group}",
        "--hostname", "localhost", "--die-with-parent",
    ];

    /// <summary>How an environment's program is started.</summary>
    /// <param name="environment">What is the environment's own.</param>
    /// <param name="command">The program.</param>
    /// <param name="name">What its process is called.</param>
    /// <param name="variables">Its environment.</param>
    public ProcessStartInfo Compose(
        SandboxedEnvironment environment, RuntimeCommand command, string name, IReadOnlyDictionary<string, string> variables)
    {
        var host = command.Program.StartsWith(Mounts.TaskRoot + "/", StringComparison.Ordinal)
            ? environment.Code + command.Program[Mounts.TaskRoot.Length..]
            : command.Program;
        var link = ProcessName.CanLink(host) ? $"{Links}/{name}" : null;
        var start = new ProcessStartInfo(
            "/bin/sh",
            [
                "-c", Enter, "sh", .. environment.Groups?.Entrances ?? [], "--",
                bubblewrap.Program, .. Namespaces, .. _ofSystem, .. Mounts.OfEnvironment(environment.Code, environment.Storage),
                .. environment.Groups?.Mounts ?? [],
                .. link is null ? [] : (string[])["--symlink", command.Program, link],
                .. variables.Where(IsOfLoader).SelectMany(variable => (string[])["--setenv", variable.Key, variable.Value]),
                "--chdir", Mounts.TaskRoot, "--remount-ro", "/", "--",
                .. environment.Groups is { LimitsProcesses: true } ? [] : Limits.Processes,
                link ?? command.Program, .. command.Arguments,
            ])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var variable in variables.Where(variable => !IsOfLoader(variable)))
        {
            start.Environment[variable.Key] = variable.Value;
        }

        return start;
    }

    // What names libraries for the function is not for the programs that start it.
    private static bool IsOfLoader(KeyValuePair<string, string> variable) => variable.Key.StartsWith("LD_", StringComparison.Ordinal);
}
