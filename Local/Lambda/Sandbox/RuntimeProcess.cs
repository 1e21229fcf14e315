using System.Diagnostics;
using System.Globalization;
using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda.RuntimeApi;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>One run of a function's process with the Runtime API that it talks to.</summary>
internal sealed class RuntimeProcess : IDisposable
{
    private static readonly TimeSpan ConnectionDrainTimeout = TimeSpan.FromMilliseconds(100);
    private readonly RuntimeListener _listener;
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly OutputReader _output;
    private readonly OutputReader _errors;

    private RuntimeProcess(Process process, RuntimeSession session, RuntimeListener listener, Action<string> line)
    {
        Process = process;
        Session = session;
        _listener = listener;
        _output = new OutputReader(process.StandardOutput.BaseStream, line, "Reading a function's output");
        _errors = new OutputReader(process.StandardError.BaseStream, line, "Reading a function's errors");
        Background.StartTask("Observing the end of a function's process", ObserveExitAsync);
    }

    public Process Process { get; }

    public RuntimeSession Session { get; }

    /// <summary>The exit code, once the process has ended and everything that it sent was taken in.</summary>
    public Task<int> Exited => _exited.Task;

    /// <summary>Starts the process.</summary>
    /// <param name="children">Who starts it.</param>
    /// <param name="name">For messages.</param>
    /// <param name="command">What to run.</param>
    /// <param name="taskRoot">Where.</param>
    /// <param name="environment">The whole environment, for the address of the Runtime API.</param>
    /// <param name="line">Takes each line that the process writes.</param>
    public static RuntimeProcess Start(
        IChildProcesses children,
        string name,
        RuntimeCommand command,
        string taskRoot,
        Func<string, Dictionary<string, string>> environment,
        Action<string> line)
    {
        var session = new RuntimeSession();
        var listener = new RuntimeListener(session);
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            WorkingDirectory = taskRoot,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach (var (key, value) in environment(listener.Address))
        {
            start.Environment[key] = value;
        }

        try
        {
            var process = children.Start(name, start);
            process.StandardInput.Close();
            return new RuntimeProcess(process, session, listener, line);
        }
        catch
        {
            listener.Dispose();
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
            if (!OperatingSystem.IsLinux())
            {
                Process.Refresh();
                return (int)(Process.PeakWorkingSet64 / 1024 / 1024);
            }

            // proc_pid_status(5): "VmHWM:     12345 kB".
            foreach (var line in File.ReadLines($"/proc/{Process.Id}/status"))
            {
                if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                {
                    return int.Parse(line.AsSpan(6, line.Length - 9).Trim(), CultureInfo.InvariantCulture) / 1024;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            // It has ended, and with it what was known of it.
        }

        return 0;
    }

    /// <summary>Ends the process, as Lambda does with an environment without extensions: by SIGKILL.</summary>
    public void Dispose()
    {
        Signals.Kill(Process);
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
        _exited.TrySetResult(Process.ExitCode);
        _listener.Dispose();
        DiagnosticFiles.Remove(Process.Id);
    }
}
