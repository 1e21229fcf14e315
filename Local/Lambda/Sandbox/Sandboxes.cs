using Lexicon.Local.Debugging;
using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.Sandbox.Walls;

namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>Makes the sandbox of each environment, with what this machine can do, which is looked at once, when it is needed.</summary>
/// <param name="settings">What the command line says.</param>
/// <param name="endpoints">What functions reach.</param>
/// <param name="children">Starts processes.</param>
/// <param name="packages">The code of functions.</param>
/// <param name="debugger">The function of <c>--debug</c>, which has no walls: a debugger would not find it behind them.</param>
internal sealed class Sandboxes(
    Settings settings, Endpoints endpoints, IChildProcesses children, CodePackages packages, IDebugger debugger) : IDisposable
{
    private readonly Lazy<SandboxSupport> _support = new(() => SandboxSupport.Find(settings, endpoints, packages.Etc));

    /// <summary>What is not held on this machine; null when everything is.</summary>
    /// <exception cref="CloudFormation.StartupException">A sandbox is asked for, and there can be none.</exception>
    public string? Missing => _support.Value.Missing;

    /// <summary>The sandbox of a new environment.</summary>
    public ISandbox Create(FunctionConfiguration function)
    {
        var (support, code) = (_support.Value, packages.TaskRoot(function.Code));
        var memory = settings.Sandbox == SandboxMode.Off ? 0 : function.MemorySize;
        if (support.Command is not { } command || debugger.IsDebugged(function.Name))
        {
            return new OpenSandbox(children, code, packages.LinksOf(function.Name), debugger.IsDebugged(function.Name) ? 0 : memory);
        }

        var environment = new SandboxedEnvironment(
            code, memory, function.EphemeralStorage, support.Groups?.Create(memory, function.EphemeralStorage));
        return new BubblewrapSandbox(children, command, environment, support.Networks?.Create());
    }

    public void Dispose()
    {
        if (_support.IsValueCreated)
        {
            _support.Value.Dispose();
        }
    }
}
