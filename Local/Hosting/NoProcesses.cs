using System.Diagnostics;

namespace Lexicon.Local.Hosting;

/// <summary>For <c>--explain</c>, which starts nothing.</summary>
internal sealed class NoProcesses : IChildProcesses
{
    public Process Start(string name, ProcessStartInfo start, IProcessStarter? starter = null) =>
        throw new InvalidOperationException($"{name} was about to be started by --explain");
}
