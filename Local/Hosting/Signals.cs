using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Lexicon.Local.Hosting;

/// <summary>Signals to processes (kill(2)); on Windows, which has none, ending a process is all there is.</summary>
internal static class Signals
{
    private const int SigKill = 9;
    private const int SigTerm = 15;

    private static int SigStop => OperatingSystem.IsLinux() ? 19 : 17;

    private static int SigContinue => OperatingSystem.IsLinux() ? 18 : 19;

    /// <summary>Asks the process to end; one that is stopped goes on, so that it can.</summary>
    public static void Terminate(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            Kill(process);
        }
        else if (!process.HasExited)
        {
            _ = SendSignal(process.Id, SigTerm);
            _ = SendSignal(process.Id, SigContinue);
        }
    }

    /// <summary>Ends the process and what it started, at once.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has exited already.
        }
    }

    /// <summary>Stops the process from running until it is thawed; nothing where there are no signals.</summary>
    public static void Freeze(Process process) => Send(process, SigStop);

    /// <summary>Lets a stopped process run on.</summary>
    public static void Thaw(Process process) => Send(process, SigContinue);

    /// <summary>Stops a process of which only the id is known.</summary>
    public static void Freeze(int process) => _ = SendSignal(process, SigStop);

    /// <summary>Lets a process run on of which only the id is known.</summary>
    public static void Thaw(int process) => _ = SendSignal(process, SigContinue);

    /// <summary>Ends a process of which only the id is known, and nothing that it started.</summary>
    public static void Kill(int process) => _ = SendSignal(process, SigKill);

    private static void Send(Process process, int signal)
    {
        if (!OperatingSystem.IsWindows() && !process.HasExited)
        {
            _ = SendSignal(process.Id, signal);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
