using System.Diagnostics;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

/// <summary>Starts child processes and remembers the last one, so that a test can end it.</summary>
internal sealed class TestProcesses : IChildProcesses
{
    private Exception? _failure;

    public Process? Last { get; private set; }

    /// <summary>Lets the next start fail, and none after it.</summary>
    public void FailOnce(Exception with) => _failure = with;

    public Process Start(string name, ProcessStartInfo start, IProcessStarter? starter = null) =>
        Interlocked.Exchange(ref _failure, null) is { } with ? throw with : Last = Process.Start(start)!;
}
