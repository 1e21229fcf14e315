using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lexicon.Local.Hosting;

/// <summary>Hands <see cref="GuestConnections"/> to the runner's server.</summary>
internal sealed class GuestTransport(GuestConnections guests) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => endpoint is GuestEndPoint;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new(new Listener(guests, endpoint));

    private sealed class Listener(GuestConnections guests, EndPoint endpoint) : IConnectionListener
    {
        private readonly CancellationTokenSource _unbound = new();
        private readonly SocketConnectionContextFactory _contexts = new(new SocketConnectionFactoryOptions(), NullLogger.Instance);

        public EndPoint EndPoint => endpoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            try
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _unbound.Token);
                return _contexts.Create(await guests.Accepted.ReadAsync(either.Token));
            }
            catch (OperationCanceledException) when (_unbound.IsCancellationRequested)
            {
                return null;
            }
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            _unbound.Cancel();
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            _contexts.Dispose();
            _unbound.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
