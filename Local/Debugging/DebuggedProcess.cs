using System.Diagnostics;
using System.Globalization;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Debugging;

/// <summary>
/// A process of a function that a debugger is awaited for. A file is there while it waits, with the process's id in it; who removes
/// the file lets the process go on without a debugger.
/// </summary>
/// <remarks>
/// A managed process waits by itself, in <c>Local.StartupHook</c>, which also tells of the debugger: .NET's debuggers are nothing that
/// the system knows of. A native one is stopped as it starts, and goes on when the system knows of a tracer (ptrace(2)).
/// </remarks>
internal sealed class DebuggedProcess
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly string Hook = Path.Combine(AppContext.BaseDirectory, "Lexicon.Local.StartupHook.dll");

    private readonly string name;
    private readonly string waiting;
    private readonly bool isManaged;
    private readonly HeldTime clock;
    private readonly Action<string> tell;
    private readonly Action ended;
    private readonly ITimer timer;
    private Process? process;
    private bool isStopped;

    public DebuggedProcess(
        string name, string waiting, bool isManaged, HeldTime clock, TimeProvider time, Action<string> tell, Action ended)
    {
        (this.name, this.waiting, this.isManaged, this.clock, this.tell, this.ended) = (name, waiting, isManaged, clock, tell, ended);
        timer = time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Remove(Attached);
        File.WriteAllText(waiting, "");
        clock.Hold();
    }

    private string Attached => waiting + ".attached";

    /// <summary>Adds what makes a managed process wait.</summary>
    public void AddTo(Dictionary<string, string> variables)
    {
        if (isManaged)
        {
            variables["LEXICON_DEBUGGER"] = waiting;

            // What was compiled ahead is optimized; what is compiled now is not, at first
            // (https://learn.microsoft.com/dotnet/core/runtime-config/compilation#readytorun).
            variables["DOTNET_ReadyToRun"] = "0";
            variables["DOTNET_STARTUP_HOOKS"] =
                variables.TryGetValue("DOTNET_STARTUP_HOOKS", out var own) ? $"{Hook}{Path.PathSeparator}{own}" : Hook;
        }
    }

    /// <summary>The process is there, and waits.</summary>
    public void Await(Process started)
    {
        process = started;
        isStopped = !isManaged;
        if (isStopped)
        {
            StartedProgram.Wait(started.Id);
            Signals.Freeze(started);
        }

        File.WriteAllText(waiting, started.Id.ToString(CultureInfo.InvariantCulture));
        var how = isManaged ? $"VS Code: Run and Debug > Attach to a function > {name}" : $"gdb -p {started.Id}, then continue";
        tell($"{name} waits for a debugger: process {started.Id} ({name}). {how}; without one: rm {waiting}");
        timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The process has ended, or was never started: the next one waits again.</summary>
    public void End()
    {
        timer.Dispose();
        Remove(waiting);
        Remove(Attached);
        clock.Release();
        ended();
    }

    private void Look()
    {
        if (process!.HasExited)
        {
            End();
            return;
        }

        var attached = isManaged ? File.Exists(Attached) : Tracer.Of(process.Id) != 0;
        if (isStopped && (attached || !File.Exists(waiting)))
        {
            isStopped = false;
            Remove(waiting);
            Signals.Thaw(process);
        }

        if (attached || File.Exists(waiting))
        {
            clock.Hold();
        }
        else
        {
            clock.Release();
        }

        timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Removes a file; the folder may be gone before it, when the runner's data are removed as it ends.</summary>
    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (DirectoryNotFoundException)
        {
            // So is the file.
        }
    }
}
