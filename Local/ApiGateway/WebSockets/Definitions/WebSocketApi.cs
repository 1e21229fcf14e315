using Lexicon.Local.ApiGateway.Models;
using Lexicon.Local.ApiGateway.WebSockets.Integrations;

namespace Lexicon.Local.ApiGateway.WebSockets.Definitions;

/// <summary>
/// A WebSocket API as the templates declare it. It is filled while the resources are provisioned and only read afterwards.
/// </summary>
/// <param name="Id">Its id, the first label of its host name.</param>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Selection">Finds the route of a message.</param>
internal sealed record WebSocketApi(string Id, string Name, RouteSelection Selection)
{
    /// <summary>Whether the default endpoint, the only one locally, returns 403.</summary>
    public bool EndpointDisabled { get; init; }

    /// <summary>The integrations by id.</summary>
    public Dictionary<string, IRouteIntegration> Integrations { get; } = [];

    /// <summary>The models by name.</summary>
    public ModelSet Models { get; } = new();

    /// <summary>The authorizers by id.</summary>
    public Dictionary<string, ConnectAuthorizer> Authorizers { get; } = [];

    /// <summary>The routes by key.</summary>
    public Dictionary<string, Route> Routes { get; } = [];

    /// <summary>The stages by name.</summary>
    public Dictionary<string, WebSocketStage> Stages { get; } = [];
}
