using Lexicon.Local.ApiGateway.Definitions;

namespace Lexicon.Local.ApiGateway.WebSockets.Definitions;

/// <summary>A stage of a WebSocket API: the path of its address, variables, logs and throttles.</summary>
internal sealed record WebSocketStage(string Name)
{
    /// <summary>The stage variables.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Where and how events are logged; null: not at all.</summary>
    public AccessLog? AccessLog { get; init; }

    /// <summary>What holds for routes without settings of their own.</summary>
    public RouteSetting Default { get; init; } = new();

    /// <summary>What single routes have instead, by route key.</summary>
    public IReadOnlyDictionary<string, RouteSetting> Routes { get; init; } = new Dictionary<string, RouteSetting>();

    /// <summary>The throttle of a route; null: none.</summary>
    public Throttle? ThrottleOf(string routeKey) => Routes.GetValueOrDefault(routeKey)?.Throttle ?? Default.Throttle;

    /// <summary>What the execution log has of a route.</summary>
    public LoggingLevel LoggingOf(string routeKey) =>
        Routes.GetValueOrDefault(routeKey)?.Logging ?? Default.Logging ?? LoggingLevel.Off;
}
