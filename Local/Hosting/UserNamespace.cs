using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Lexicon.Local.Hosting;

/// <summary>
/// Lets the runner make networks for functions without being root: within a user namespace of its own it may
/// (https://man7.org/linux/man-pages/man7/user_namespaces.7.html). Only a process with one thread can enter one, and .NET has several
/// from the beginning: so the program becomes <c>unshare</c>, which enters and becomes this program again, with the same process id.
/// </summary>
internal static class UserNamespace
{
    private const string Entered = "LEXICON_USER_NAMESPACE";
    private static readonly string[] Options = ["--user", "--map-root-user", "--"];

    /// <summary>Returns where there is nothing to gain; else the program begins again.</summary>
    public static void Enter(Settings settings)
    {
        if (!OperatingSystem.IsLinux() || Environment.IsPrivilegedProcess || Environment.GetEnvironmentVariable(Entered) is not null
            || settings.Sandbox == SandboxMode.Off || settings.AllowEgress || settings.Explain
            || Programs.Find("bwrap") is null || Programs.Find("unshare") is not { } unshare || !Works(unshare))
        {
            return;
        }

        string[] command = [unshare, .. Options, Environment.ProcessPath!, .. Environment.GetCommandLineArgs()];
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => $"{variable.Key}={variable.Value}")
            .Append($"{Entered}={Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}");

        // It returns when it fails alone, and then the runner does without.
        _ = Execute(unshare, [.. command, null], [.. variables, null]);
    }

    private static bool Works(string unshare)
    {
        using var trial = Process.Start(new ProcessStartInfo(unshare, [.. Options, "true"]) { RedirectStandardError = true })!;
        trial.WaitForExit();
        return trial.ExitCode == 0;
    }

    [DllImport("libc", EntryPoint = "execve", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Execute(string path, string?[] arguments, string?[] variables);
}
