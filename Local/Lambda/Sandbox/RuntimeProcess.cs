using System.Diagnostics;
using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda.RuntimeApi;
using Lexicon.Local.Lambda.Sandbox.Walls;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>One run of a function's program in its sandbox, with the Runtime API that it talks to.</summary>
internal sealed class RuntimeProcess : IDisposable
{
    private static readonly TimeSpan ConnectionDrainTimeout = TimeSpan.FromMilliseconds(100);
    private readonly RuntimeListener _listener;
    private readonly TaskCompletionSource<InvocationFailure> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly OutputReader _output;
    private readonly OutputReader _errors;
    private readonly bool _isManaged;

    private RuntimeProcess(
        Process process, ISandbox sandbox, RuntimeSession session, RuntimeListener listener, bool isManaged, Action<string> line)
    {
        Process = process;
        Sandbox = sandbox;
        Session = session;
        _listener = listener;
        _isManaged = isManaged;
        _output = new OutputReader(process.StandardOutput.BaseStream, line, "Reading a function's output");
        _errors = new OutputReader(process.StandardError.BaseStream, line, "Reading a function's errors");
        Background.StartTask("Observing the end of a function's process", ObserveExitAsync);
    }

    /// <summary>What the runner started: the program, or what holds it in a sandbox.</summary>
    public Process Process { get; }

    public ISandbox Sandbox { get; }

    public RuntimeSession Session { get; }

    /// <summary>What the end of the program means, once it has ended and everything that it sent was taken in.</summary>
    public Task<InvocationFailure> Exited => _exited.Task;

    /// <summary>Starts the program.</summary>
    /// <param name="sandbox">Where; it ends with the program.</param>
    /// <param name="command">What to run.</param>
    /// <param name="name">What the process is called.</param>
    /// <param name="isManaged">Whether the runtime is one of Lambda's own.</param>
    /// <param name="environment">The whole environment, for the address of the Runtime API.</param>
    /// <param name="line">Takes each line that the process writes.</param>
    /// <param name="tell">Takes what a person must know of what the process tries.</param>
    public static RuntimeProcess Start(
        ISandbox sandbox,
        RuntimeCommand command,
        string name,
        bool isManaged,
        Func<string, Dictionary<string, string>> environment,
        Action<string> line,
        Action<string> tell)
    {
        var session = new RuntimeSession();
        var listener = new RuntimeListener(sandbox.RuntimeApi, session);
        try
        {
            var process = sandbox.Start(command, name, environment(listener.Address), tell);
            process.StandardInput.Close();
            return new RuntimeProcess(process, sandbox, session, listener, isManaged, line);
        }
        catch
        {
            listener.Dispose();
            sandbox.Dispose();
            throw;
        }
    }

    /// <summary>Returns when every line that the process has written so far was passed on.</summary>
    public void Drain()
    {
        _output.Drain();
        _errors.Drain();
    }

    /// <summary>The most memory that the process has had resident, in MB.</summary>
    public int PeakMemory()
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                return (int)(ResidentMemory.Read(Sandbox.FindProgram(), "VmHWM:") / 1024);
            }

            Process.Refresh();
            return (int)(Process.PeakWorkingSet64 / 1024 / 1024);
        }
        catch (InvalidOperationException)
        {
            // It has ended, and with it what was known of it.
            return 0;
        }
    }

    /// <summary>Ends the process, as Lambda does with an environment without extensions: by SIGKILL.</summary>
    public void Dispose()
    {
        Sandbox.Kill();
        _listener.Dispose();
    }

    private async Task ObserveExitAsync()
    {
        await Process.WaitForExitAsync();

        // What the process has sent is in its sockets still; a response that arrived counts.
        var end = Stopwatch.GetTimestamp();
        while (_listener.HasConnections && Stopwatch.GetElapsedTime(end) < ConnectionDrainTimeout)
        {
            await Task.Delay(1);
        }

        Session.End();
        _exited.TrySetResult(Sandbox.RanOutOfMemory ? InvocationFailure.OutOfMemory(_isManaged) : InvocationFailure.Exit(Process.ExitCode));
        _listener.Dispose();
        Sandbox.Dispose();
        DiagnosticFiles.Remove(Process.Id);
    }
}
