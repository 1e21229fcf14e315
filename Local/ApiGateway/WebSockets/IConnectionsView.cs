namespace Lexicon.Local.ApiGateway.WebSockets;

/// <summary>The connections that are open, for whoever looks at them.</summary>
internal interface IConnectionsView
{
    /// <summary>All of them, the oldest first.</summary>
    IReadOnlyList<ConnectionFacts> Connections { get; }
}
