using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>
/// No walls: where the machine has no bubblewrap, and for the function that is debugged, which a debugger finds by its process id and
/// its files in the temporary folder. Of Lambda's limits it holds that of memory alone, by looking.
/// </summary>
/// <param name="children">Starts processes.</param>
/// <param name="taskRoot">The folder of the code.</param>
/// <param name="links">The folder of the links that name processes.</param>
/// <param name="memory">MB; 0 when nobody looks.</param>
internal sealed class OpenSandbox(IChildProcesses children, string taskRoot, string links, int memory) : ISandbox
{
    private readonly ResidentMemory _memory = new(memory);
    private Process? _process;

    public string TaskRoot => taskRoot;

    /// <summary>Lambda's path, then the machine's: a bootstrap may be a script whose interpreter lies elsewhere here.</summary>
    public string SearchPath => OperatingSystem.IsWindows() ? OwnPath : $"/usr/local/bin:/usr/bin/:/bin:/opt/bin:{OwnPath}";

    public IReadOnlyList<string> HostVariables => ["DOTNET_ROOT", "SystemRoot", "TEMP", "TMP"];

    public Socket RuntimeApi { get; } = ListenAnywhere();

    public bool RanOutOfMemory => _memory.IsExceeded;

    private static string OwnPath => Environment.GetEnvironmentVariable("PATH") ?? "";

    public Process Start(RuntimeCommand command, string name, IReadOnlyDictionary<string, string> variables, Action<string> tell)
    {
        var start = new ProcessStartInfo(ProcessName.Link(links, name, command.Program), command.Arguments)
        {
            WorkingDirectory = taskRoot,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (key, value) in variables)
        {
            start.Environment[key] = value;
        }

        return _process = children.Start(name, start);
    }

    public int FindProgram() => _process!.Id;

    public IEnumerable<int> FindProcesses() =>
        OperatingSystem.IsLinux() ? ProcessTree.Below(FindProgram()).Prepend(FindProgram()) : [FindProgram()];

    public void Kill()
    {
        if (_process is not null)
        {
            Signals.Kill(_process);
        }
    }

    public void CheckMemory()
    {
        if (OperatingSystem.IsLinux() && _process is { HasExited: false } && _memory.Check(FindProcesses()))
        {
            Kill();
        }
    }

    public void Dispose() => RuntimeApi.Dispose();

    /// <summary>A socket that listens on any port of the loopback interface.</summary>
    public static Socket ListenAnywhere()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen();
        return socket;
    }
}
