using System.Net.Sockets;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Lambda.Sandbox.Walls;

/// <summary>
/// Makes a network for each environment: loopback alone, on which the runner listens. The sockets are made by a thread of the runner that
/// is in that network, and stay in it whoever reads them (network_namespaces(7)), so that nothing stands between a function and the
/// runner. The next network is made ahead, since the kernel takes a millisecond for it.
/// </summary>
internal sealed class FunctionNetworks : IDisposable
{
    private readonly StarterThread _thread = new();
    private readonly Endpoints _endpoints;
    private readonly Lock _gate = new();
    private FunctionNetwork? _next;
    private bool _closed;

    private FunctionNetworks(Endpoints endpoints) => _endpoints = endpoints;

    /// <summary>Tries whether this user may make networks.</summary>
    public static FunctionNetworks? TryCreate(Endpoints endpoints)
    {
        var networks = new FunctionNetworks(endpoints);
        try
        {
            networks._next = networks.Make();
            return networks;
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            networks.Dispose();
            return null;
        }
    }

    /// <summary>A network for a new environment.</summary>
    public FunctionNetwork Create()
    {
        FunctionNetwork network;
        lock (_gate)
        {
            network = _next ?? Make();
            _next = null;
        }

        Background.StartTask("Making a network for a function", () => Task.Run(Prepare));
        return network;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _next?.Dispose();
            _next = null;
            _thread.Dispose();
        }
    }

    private void Prepare()
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _next ??= Make();
            }
        }
    }

    private FunctionNetwork Make() => _thread.Run(() => FunctionNetwork.CreateOnThisThread(_thread, _endpoints));
}
