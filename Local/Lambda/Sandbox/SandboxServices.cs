using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Operations;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>What execution environments need of the rest of the runner.</summary>
internal sealed record SandboxServices(
    IChildProcesses Children, IIdentities Identities, ILogs Logs, CodePackages Packages, Endpoints Endpoints, TimeProvider Time);
