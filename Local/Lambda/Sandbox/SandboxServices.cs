using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.Debugging;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>What execution environments need of the rest of the runner.</summary>
/// <param name="Sandboxes">Hold their processes.</param>
/// <param name="Refusals">Tells what they tried to reach.</param>
/// <param name="Identities">Gives functions the credentials of their roles.</param>
/// <param name="Logs">Where functions log.</param>
/// <param name="Packages">Their code.</param>
/// <param name="Endpoints">Where they find the services.</param>
/// <param name="Time">The clock.</param>
/// <param name="Debugger">The function of <c>--debug</c>.</param>
/// <param name="Warn">Takes a line for the person at the terminal.</param>
internal sealed record SandboxServices(
    Sandboxes Sandboxes,
    NetworkRefusals Refusals,
    IIdentities Identities,
    ILogs Logs,
    CodePackages Packages,
    Endpoints Endpoints,
    TimeProvider Time,
    IDebugger Debugger,
    Action<string> Warn);
