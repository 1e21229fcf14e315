using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>
/// What a function sees of the file system: this machine's programs and libraries, its own code at <c>/var/task</c>, all of it read-only,
/// and a <c>/tmp</c> of its own. Nothing of <c>/home</c>, <c>/root</c>, <c>/var</c>, <c>/run</c> and <c>/sys</c>, and of <c>/etc</c> what
/// programs cannot do without.
/// </summary>
/// <param name="etc">The files that are not this machine's but Lambda's.</param>
internal sealed class Mounts(EtcFiles etc)
{
    /// <summary>Where Lambda has a function's code.</summary>
    public const string TaskRoot = "/var/task";

    /// <summary>A folder of the search path of Lambda that is nobody's: an interpreter that lies elsewhere is found there.</summary>
    public const string Interpreters = "/opt/bin";

    private static readonly string[] SystemFolders = ["/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"];

    // For root, whose files they are: https://man7.org/linux/man-pages/man5/proc.5.html.
    private static readonly string[] SettingsOfKernel = ["/proc/sys", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/acpi"];

    private static readonly string[] SystemFiles =
    [
        "/etc/alternatives", "/etc/ca-certificates", "/etc/dotnet", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d",
        "/etc/localtime", "/etc/mime.types", "/etc/pki/ca-trust", "/etc/pki/tls/certs", "/etc/pki/tls/cert.pem", "/etc/protocols",
        "/etc/services", "/etc/ssl/cert.pem", "/etc/ssl/certs", "/etc/ssl/openssl.cnf",
    ];

    /// <summary>What all functions see alike.</summary>
    public IEnumerable<string> OfSystem() =>
    [
        "--ro-bind", "/usr", "/usr",
        .. SystemFolders.SelectMany(OfFolder),
        .. SystemFiles.SelectMany(file => (string[])["--ro-bind-try", file, file]),
        .. etc.All.SelectMany(file => (string[])["--ro-bind", file.Source, file.Target]),
        .. OfDotnet(),
        "--proc", "/proc",
        .. SettingsOfKernel.SelectMany(folder => (string[])["--ro-bind-try", folder, folder]),
        "--dev", "/dev",
        "--remount-ro", "/dev",
    ];

    /// <summary>What one environment sees besides.</summary>
    /// <param name="code">The folder of its code.</param>
    /// <param name="storage">MB of its <c>/tmp</c>.</param>
    public static IEnumerable<string> OfEnvironment(string code, int storage) =>
    [
        "--ro-bind", code, TaskRoot,
        .. OfInterpreter(Path.Combine(code, "bootstrap")),
        "--perms", "0700", "--size", $"{storage * 1024L * 1024}", "--tmpfs", "/tmp",
    ];

    // Where /bin is a link to /usr/bin it is the same link in there.
    private static IEnumerable<string> OfFolder(string folder) =>
        new DirectoryInfo(folder) is not { Exists: true } info ? []
        : info.LinkTarget is { } target ? ["--symlink", target, folder]
        : ["--ro-bind", folder, folder];

    private static IEnumerable<string> OfDotnet()
    {
        var root = RuntimeCommand.DotnetRoot;
        return root.StartsWith("/usr/", StringComparison.Ordinal) ? [] : ["--ro-bind", root, root];
    }

    // Of a script, "#!/usr/bin/env node" or "#!/home/me/bin/node", where Lambda's path does not lead to it.
    private static IEnumerable<string> OfInterpreter(string script)
    {
        if (Shebang.Read(script) is not { } program || Programs.Find(program) is not { } found)
        {
            return [];
        }

        var real = File.ResolveLinkTarget(found, returnFinalTarget: true)?.FullName ?? found;
        return IsOfSystem(real) ? []
            : Path.IsPathRooted(program) ? ["--ro-bind", real, program]
            : ["--ro-bind", real, $"{Interpreters}/{program}"];
    }

    private static bool IsOfSystem(string path) =>
        SystemFolders.Append("/usr").Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal));
}
