using System.Diagnostics;
using System.Globalization;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Debugging;

/// <summary>
/// A process of a function, which waits for a debugger. While it waits there is a file with the process's id; to remove the file lets the
/// process continue without a debugger.
/// </summary>
/// <remarks>
/// A managed process waits by itself, in <c>Local.StartupHook</c>, which also reports the debugger: the operating system cannot see a
/// debugger of .NET. A native one is stopped as it starts, and continues when the operating system reports a tracer (ptrace(2)).
/// </remarks>
internal sealed class DebuggedProcess : IDebuggedProcess
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);
    private static readonly string Hook = Path.Combine(AppContext.BaseDirectory, "Lexicon.Local.StartupHook.dll");

    private readonly string _name;
    private readonly string _waiting;
    private readonly bool _isManaged;
    private readonly HeldTime _clock;
    private readonly Action<string> _tell;
    private readonly Action _ended;
    private readonly ITimer _timer;
    private Process? _process;
    private bool _isStopped;

    public DebuggedProcess(
        string name, string waiting, bool isManaged, HeldTime clock, TimeProvider time, Action<string> tell, Action ended)
    {
        (_name, _waiting, _isManaged, _clock, _tell, _ended) = (name, waiting, isManaged, clock, tell, ended);
        _timer = Background.CreateTimer(time, "Waiting for a debugger", Look);
        Remove(Attached);
        File.WriteAllText(waiting, "");
        clock.Hold(this);
    }

    private string Attached => _waiting + ".attached";

    public void AddTo(Dictionary<string, string> variables)
    {
        if (_isManaged)
        {
            variables["LEXICON_DEBUGGER"] = _waiting;

            // What was compiled ahead is optimized; what is compiled now is not, at first
            // (https://learn.microsoft.com/dotnet/core/runtime-config/compilation#readytorun).
            variables["DOTNET_ReadyToRun"] = "0";
            variables["DOTNET_STARTUP_HOOKS"] =
                variables.TryGetValue("DOTNET_STARTUP_HOOKS", out var own) ? $"{Hook}{Path.PathSeparator}{own}" : Hook;
        }
    }

    public void Await(Process started)
    {
        _process = started;
        _isStopped = !_isManaged;
        if (_isStopped)
        {
            StartedProgram.Wait(started.Id);
            Signals.Freeze(started);
        }

        File.WriteAllText(_waiting, started.Id.ToString(CultureInfo.InvariantCulture));
        var how = _isManaged ? $"VS Code: Run and Debug > Attach to a function > {_name}" : $"gdb -p {started.Id}, then continue";
        _tell($"{_name} waits for a debugger: process {started.Id} ({_name}). {how}; without one: rm {_waiting}");
        _timer.Change(PollInterval, Timeout.InfiniteTimeSpan);
    }

    public void End()
    {
        _timer.Dispose();
        Remove(_waiting);
        Remove(Attached);
        _clock.Release(this);
        _ended();
    }

    private void Look()
    {
        if (_process!.HasExited)
        {
            End();
            return;
        }

        var attached = _isManaged ? File.Exists(Attached) : Tracer.Find(_process.Id) != 0;
        if (_isStopped && (attached || !File.Exists(_waiting)))
        {
            _isStopped = false;
            Remove(_waiting);
            Signals.Thaw(_process);
        }

        if (attached || File.Exists(_waiting))
        {
            _clock.Hold(this);
        }
        else
        {
            _clock.Release(this);
        }

        _timer.Change(PollInterval, Timeout.InfiniteTimeSpan);
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
