using System.Collections.Concurrent;
using Lexicon.Local.ApiGateway.WebSockets.Pipeline;

namespace Lexicon.Local.ApiGateway.WebSockets;

/// <summary>The open connections, and what handles their events now: with <c>--watch</c> that of the newest assembly.</summary>
internal sealed class Connections
{
    private readonly ConcurrentDictionary<string, Connection> _open = [];

    /// <summary>What handles messages and disconnections.</summary>
    public SocketPipeline? Pipeline { get; set; }

    /// <summary>All of them.</summary>
    public IEnumerable<Connection> All => _open.Values;

    /// <summary>Adds one that is established.</summary>
    public void Add(Connection connection) => _open[connection.Id] = connection;

    /// <summary>Removes one that has ended.</summary>
    public void Remove(Connection connection) => _open.TryRemove(connection.Id, out _);

    /// <summary>The open connection with this id, or null.</summary>
    public Connection? Find(string id) => _open.GetValueOrDefault(id);
}
