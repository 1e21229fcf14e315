using System.Diagnostics;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Hosting;

/// <summary>
/// The processes of the runner. On Linux each is started under <c>setpriv --pdeathsig KILL</c> where that program is
/// there, so the kernel ends it the moment the runner dies, and under <c>setsid</c>, so that a Ctrl-C at the terminal reaches
/// the runner alone, which ends them in order; everywhere the ledger lets the next start find what is left.
/// </summary>
internal sealed class ChildProcesses : IChildProcesses, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly HashSet<Process> _alive = [];
    private readonly ProcessLedger _ledger;
    private readonly StarterThread _starter = new();
    private readonly string? _setpriv = OperatingSystem.IsLinux() ? Programs.Find("setpriv") : null;
    private readonly string? _setsid = OperatingSystem.IsLinux() ? Programs.Find("setsid") : null;
    private bool _ending;

    /// <summary>Opens the ledger in the data folder and ends what a killed runner left behind.</summary>
    public ChildProcesses(Settings settings)
    {
        Directory.CreateDirectory(settings.Data);
        _ledger = ProcessLedger.Open(Path.Combine(settings.Data, "processes.ledger"));
    }

    public Process Start(string name, ProcessStartInfo start, IProcessStarter? starter = null)
    {
        start.UseShellExecute = false;
        start.FileName = Programs.Find(start.FileName)
            ?? throw new StartupException($"{name} cannot be started: the program '{start.FileName}' is not found");
        // Both become the program itself, so that its process id stays the one that was started.
        if (_setsid is not null)
        {
            StartUnder(start, _setsid);
        }

        if (_setpriv is not null)
        {
            StartUnder(start, _setpriv, "--pdeathsig", "KILL", "--");
        }

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Exited += (_, _) => Background.Run("Striking a process off the ledger", () => StrikeOff(process));
        try
        {
            // The ledger is written before anyone else can end the process and have it struck off.
            lock (_alive)
            {
                ObjectDisposedException.ThrowIf(_ending, this);
                (starter ?? _starter).Run(process.Start);
                _alive.Add(process);
                _ledger.Enter(process.Id, name);
            }
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            process.Dispose();
            throw new StartupException($"{name} cannot be started: {failure.Message}");
        }

        if (process.HasExited)
        {
            StrikeOff(process);
        }

        return process;
    }

    /// <summary>Asks every process to end, and after two seconds ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        Process[] rest;
        lock (_alive)
        {
            _ending = true;
            rest = [.. _alive];
        }

        await Task.WhenAll(rest.Select(EndAsync));
        _ledger.Dispose();
        _starter.Dispose();
    }

    private static void StartUnder(ProcessStartInfo start, string wrapper, params string[] options)
    {
        string[] command = [.. options, start.FileName, .. start.ArgumentList];
        start.FileName = wrapper;
        start.ArgumentList.Clear();
        foreach (var argument in command)
        {
            start.ArgumentList.Add(argument);
        }
    }

    private static async Task EndAsync(Process process)
    {
        try
        {
            Signals.Terminate(process);
            using var patience = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Signals.Kill(process);
        }
        catch (InvalidOperationException)
        {
            // It has exited and was disposed by whoever started it.
        }
    }

    private void StrikeOff(Process process)
    {
        lock (_alive)
        {
            if (_alive.Remove(process))
            {
                _ledger.StrikeOff(process.Id);
            }
        }
    }
}
