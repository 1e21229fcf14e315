using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>What this machine can do: the one place that knows.</summary>
internal sealed class SandboxSupport : IDisposable
{
    private SandboxSupport()
    {
    }

    /// <summary>How sandboxes are started; null where there are none.</summary>
    public SandboxCommand? Command { get; private init; }

    /// <summary>Makes the networks of functions; null where they have that of the machine.</summary>
    public FunctionNetworks? Networks { get; private init; }

    /// <summary>Makes control groups; null where the runner may not.</summary>
    public ControlGroups? Groups { get; private init; }

    /// <summary>What is not held and how it would be, in a line; null when everything is.</summary>
    public string? Missing { get; private init; }

    /// <summary>Looks what there is.</summary>
    /// <param name="settings">What a person wants.</param>
    /// <param name="endpoints">What functions reach.</param>
    /// <param name="folder">Where files are written for sandboxes.</param>
    /// <exception cref="StartupException">A sandbox is asked for, and there can be none.</exception>
    public static SandboxSupport Find(Settings settings, Endpoints endpoints, string folder)
    {
        if (settings.Sandbox == SandboxMode.Off)
        {
            return new() { Missing = "off: functions are plain processes that see this machine as you do" };
        }

        var networks = settings.AllowEgress || !OperatingSystem.IsLinux() ? null : FunctionNetworks.TryCreate(endpoints);
        var etc = new EtcFiles(folder);
        var (bubblewrap, problem) = Bubblewrap.Find([.. SandboxCommand.Namespaces, "--ro-bind", "/", "/"]);
        if (bubblewrap is null)
        {
            networks?.Dispose();
            return settings.Sandbox == SandboxMode.On
                ? throw new StartupException($"--sandbox on is not possible: {problem}")
                : new()
                {
                    Missing = $"none: functions see your files, processes and networks, and their children may outlive them; {problem}",
                };
        }

        etc.Write(networks is not null);
        var groups = ControlGroups.TryCreate();
        return new()
        {
            Command = new SandboxCommand(bubblewrap, new Mounts(etc)),
            Networks = networks,
            Groups = groups,
            Missing = Describe(settings, networks, groups),
        };
    }

    public void Dispose()
    {
        Networks?.Dispose();
        Groups?.Dispose();
    }

    private static string? Describe(Settings settings, FunctionNetworks? networks, ControlGroups? groups)
    {
        string[] parts =
        [
            .. settings.AllowEgress ? (string[])["functions reach any network (--allow-egress)"]
                : networks is null ? ["functions reach any network; this kernel allows you no network namespaces"]
                : [],
            .. groups is null
                ? (string[])["memory is bounded by looking at it; by the kernel with systemd-run --user --scope -p Delegate=yes make up"]
                : [],
        ];
        return parts.Length > 0 ? $"bubblewrap, but {string.Join("; ", parts)}" : null;
    }
}
