using System.Diagnostics;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Cognito;

/// <summary>Starts child processes and remembers the last one, so that a test can end it.</summary>
internal sealed class TestProcesses : IChildProcesses
{
    public Process? Last { get; private set; }

    public Process Start(string name, ProcessStartInfo start) => Last = Process.Start(start)!;
}
