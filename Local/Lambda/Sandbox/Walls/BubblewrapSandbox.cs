using System.Diagnostics;
using System.Net.Sockets;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>
/// The walls of one environment. Its processes are a tree: <c>bwrap</c>, which the runner started; the first process of the process
/// namespace, <c>bwrap</c> too, which takes in orphans; below it the program and whatever that starts.
/// </summary>
internal sealed class BubblewrapSandbox(
    IChildProcesses children, SandboxCommand command, SandboxedEnvironment environment, FunctionNetwork? network) : ISandbox
{
    private readonly ResidentMemory _memory = new(environment.Groups is null ? environment.Memory : 0);
    private Process? _process;
    private int _first;
    private int _program;

    public string TaskRoot => Mounts.TaskRoot;

    public string SearchPath => $"/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:{Mounts.Interpreters}";

    public IReadOnlyList<string> HostVariables => ["DOTNET_ROOT"];

    public Socket RuntimeApi { get; } = network?.RuntimeApi ?? OpenSandbox.ListenAnywhere();

    public bool RanOutOfMemory => _memory.IsExceeded || environment.Groups is { RanOutOfMemory: true };

    public Process Start(RuntimeCommand program, string name, IReadOnlyDictionary<string, string> variables, Action<string> tell)
    {
        network?.Serve(tell);
        return _process = children.Start(name, command.Compose(environment, program, name, variables), network);
    }

    public void OnInitialized() => environment.Groups?.MakeRoom();

    public int FindProgram()
    {
        if (_program == 0 && FindFirst() is not 0 and var first)
        {
            _program = ProcessTree.FirstChildOf(first);
        }

        return _program;
    }

    // The first process stays awake: it has nothing to do but to report the end of the program.
    public IEnumerable<int> FindProcesses() => FindFirst() is not 0 and var first ? ProcessTree.Below(first) : [];

    public void Kill()
    {
        // With the first process of a namespace the kernel ends all of it (pid_namespaces(7)); it ends with who started it, too.
        if (_process is { HasExited: false } && FindFirst() is not 0 and var first)
        {
            Signals.Kill(first);
        }

        try
        {
            _process?.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has exited already.
        }
    }

    public void CheckMemory()
    {
        if (_process is not { HasExited: false })
        {
            return;
        }

        if (environment.Groups is { } groups)
        {
            groups.CheckMemory(FindProgram);
        }
        else if (_memory.Check(FindProcesses()))
        {
            Signals.Kill(FindProgram());
        }
    }

    public void Dispose()
    {
        RuntimeApi.Dispose();
        network?.Dispose();
        environment.Groups?.Dispose();
    }

    private int FindFirst() => _first != 0 ? _first : _first = _process is { HasExited: false } process
        ? ProcessTree.FirstChildOf(process.Id)
        : 0;
}
