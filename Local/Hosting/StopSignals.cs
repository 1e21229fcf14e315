using System.Runtime.InteropServices;

namespace Lexicon.Local.Hosting;

/// <summary>
/// Turns Ctrl-C, SIGTERM and the end of the terminal into one orderly stop. A second Ctrl-C is for whoever does not want to
/// wait: it ends the runner at once, as it would any program.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() =>
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }
            .Select(signal => PosixSignalRegistration.Create(signal, Received))];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    /// <summary>What happens at a signal; one that is not cancelled here ends the program.</summary>
    internal void Received(PosixSignalContext context)
    {
        if (context.Signal == PosixSignal.SIGINT && _stop.IsCancellationRequested)
        {
            return;
        }

        context.Cancel = true;
        _stop.Cancel();
    }
}
