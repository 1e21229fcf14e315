using System;
using System.Diagnostics;
using System.Threading;
using Lexicon.Local.StartupHook;

/// <summary>
/// Runs in a function before its <c>Main</c>, where the runner was started with <c>--debug</c>, and waits for a debugger. Name, place
/// and method are what .NET asks for (https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md).
/// </summary>
internal static class StartupHook
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits, and then goes on telling whether a debugger is there.</summary>
    public static void Initialize()
    {
        var waiting = Environment.GetEnvironmentVariable("LEXICON_DEBUGGER");

        // What the function itself starts must not wait, too.
        Environment.SetEnvironmentVariable("LEXICON_DEBUGGER", null);
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        if (waiting is null)
        {
            return;
        }

        var debugger = new DebuggerFiles(waiting, () => Debugger.IsAttached);
        while (debugger.IsAwaited())
        {
            Thread.Sleep(Pause);
        }

        new Thread(() => Watch(debugger)) { IsBackground = true, Name = "debugger watch" }.Start();
    }

    private static void Watch(DebuggerFiles debugger)
    {
        while (true)
        {
            debugger.Tell();
            Thread.Sleep(Pause);
        }
    }
}
