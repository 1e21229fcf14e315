using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.WebSockets.Definitions;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>One event of a connection on its way: that it begins, a message, that it has ended.</summary>
/// <param name="Api">The API as it is now.</param>
/// <param name="Stage">The stage as it is now.</param>
/// <param name="Connection">Whose event it is.</param>
/// <param name="Kind">What happens.</param>
/// <param name="RouteKey">The route that was selected.</param>
/// <param name="Time">When it came.</param>
internal sealed record SocketExchange(
    WebSocketApi Api, WebSocketStage Stage, Connection Connection, EventKind Kind, string RouteKey, DateTimeOffset Time)
{
    /// <summary>Both ids of the request, which are the same for WebSocket APIs.</summary>
    public string RequestId { get; } = SocketIds.Create();

    /// <summary>With a message: its id.</summary>
    public string? MessageId { get; init; }

    /// <summary>With a message: its bytes.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>With a message: whether it is binary.</summary>
    public bool IsBinary { get; init; }

    /// <summary>With a disconnection: how the connection ended.</summary>
    public SocketEnding? Ending { get; init; }

    /// <summary>With a connection: the request of the client.</summary>
    public Exchange? Handshake { get; init; }

    /// <summary>The status that the integration or API Gateway gave, for the log.</summary>
    public int Status { get; set; } = 200;

    /// <summary>Why API Gateway ended it; null: it did not.</summary>
    public GatewayFailure? Failure { get; set; }

    /// <summary>The id of the function's invocation, when there was one.</summary>
    public string? IntegrationRequestId { get; set; }

    /// <summary>How long the integration took; null: it was not asked.</summary>
    public TimeSpan? IntegrationLatency { get; set; }

    /// <summary>The route, where the API has it.</summary>
    public Route? Route => Api.Routes.GetValueOrDefault(RouteKey);

    /// <summary>The ARN of the route, for permissions of functions, policies of authorizers and IAM.</summary>
    public string RouteArn => Account.Arn("execute-api", $"{Api.Id}/{Stage.Name}/{RouteKey}");
}
