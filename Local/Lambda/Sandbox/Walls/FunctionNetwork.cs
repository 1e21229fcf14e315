using System.Net;
using System.Net.Sockets;
using Lexicon.Local.Hosting;
using Microsoft.Win32.SafeHandles;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>
/// The network of one environment: the Runtime API, the runner's endpoints at their own addresses, and a name server. There is no way out
/// of it: a call to anywhere else fails at once, and the name that was asked for is told.
/// </summary>
internal sealed class FunctionNetwork : IProcessStarter, IDisposable
{
    // Where Lambda has it, too.
    private const int RuntimeApiPort = 9001;

    private readonly StarterThread _thread;
    private readonly SafeFileHandle _namespace;
    private readonly GuestConnections _guests;
    private readonly Socket[] _endpoints;
    private readonly NameServer _names;

    private FunctionNetwork(StarterThread thread, Endpoints endpoints)
    {
        _thread = thread;
        _guests = endpoints.Guests;
        NetworkNamespace.Create();
        _namespace = NetworkNamespace.Open();
        RuntimeApi = Listen(RuntimeApiPort);
        _endpoints =
        [
            .. new[] { endpoints.Site, endpoints.Api, endpoints.Aws, endpoints.Console }
                .Select(endpoint => endpoint.Port).Distinct().Where(port => port != RuntimeApiPort).Select(Listen),
        ];
        _names = new NameServer();
    }

    /// <summary>The socket of the Runtime API.</summary>
    public Socket RuntimeApi { get; }

    /// <summary>Makes one; from then on the thread is in it.</summary>
    public static FunctionNetwork CreateOnThisThread(StarterThread thread, Endpoints endpoints) => new(thread, endpoints);

    /// <summary>Begins to serve the endpoints and the names.</summary>
    /// <param name="refused">Takes each name of another network that a function asks for.</param>
    public void Serve(Action<string> refused)
    {
        foreach (var socket in _endpoints)
        {
            _guests.Serve(socket);
        }

        _names.Serve(refused);
    }

    public T Run<T>(Func<T> function) => _thread.Run(() =>
    {
        NetworkNamespace.Enter(_namespace);
        return function();
    });

    public void Dispose()
    {
        RuntimeApi.Dispose();
        _names.Dispose();
        _namespace.Dispose();
        foreach (var socket in _endpoints)
        {
            socket.Dispose();
        }
    }

    private static Socket Listen(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        socket.Listen();
        return socket;
    }
}
