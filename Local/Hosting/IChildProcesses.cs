using System.Diagnostics;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Hosting;

/// <summary>
/// Starts every process that the runner starts. A process started here never outlives the runner: it is ended when the
/// runner stops, and, when the runner was killed, by the next start, which finds it in a ledger in the data folder.
/// </summary>
internal interface IChildProcesses
{
    /// <summary>Starts a process and enters it in the ledger; a process that has exited is struck off by itself.</summary>
    /// <param name="name">For messages, such as <c>DynamoDB Local</c>.</param>
    /// <param name="start">How; never through a shell.</param>
    /// <param name="starter">On which thread; null for the one of all others.</param>
    /// <exception cref="StartupException">The program cannot be started.</exception>
    Process Start(string name, ProcessStartInfo start, IProcessStarter? starter = null);
}
