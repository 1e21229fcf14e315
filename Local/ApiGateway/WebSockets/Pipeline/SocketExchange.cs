using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.WebSockets.Definitions;
using Lexicon.Local.Hosting;

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
    : IIntegrationCall
{
    /// <summary>Both ids of the request, which are the same for WebSocket APIs.</summary>
    public string RequestId { get; } = SocketIds.Create();

    /// <summary>With a message: its id.</summary>
    public string? MessageId { get; init; }

    /// <summary>With a message: its text in UTF-8.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>With a disconnection: how the connection ended.</summary>
    public SocketEnding? Ending { get; init; }

    /// <summary>With a connection: the request of the client.</summary>
    public Exchange? Handshake { get; init; }

    /// <summary>The status that the integration or API Gateway gave, for the log.</summary>
    public int Status { get; set; } = 200;

    /// <summary>Why API Gateway ended it; null: it did not.</summary>
    public GatewayFailure? Failure { get; set; }

    /// <summary>The id that the function or the service gave to the request.</summary>
    public string? IntegrationRequestId { get; set; }

    /// <summary>How long the integration took; null: it was not asked.</summary>
    public TimeSpan? IntegrationLatency { get; set; }

    /// <summary>The route, where the API has it.</summary>
    public Route? Route => Api.Routes.GetValueOrDefault(RouteKey);

    /// <summary>The ARN of the route, for permissions of functions, policies of authorizers and IAM.</summary>
    public string RouteArn => Account.Arn("execute-api", $"{Api.Id}/{Stage.Name}/{RouteKey}");

    /// <summary>The root of the trace that backends get; WebSocket APIs have none of their own.</summary>
    public string TraceRoot { get; } = TraceHeader.NewRoot(Time);

    string IIntegrationCall.ApiId => Api.Id;

    IReadOnlyDictionary<string, string> IIntegrationCall.StageVariables => Stage.Variables;

    string IIntegrationCall.HttpMethod => Handshake?.Request.Method ?? "POST";

    string IIntegrationCall.SourceArn => RouteArn;

    string IIntegrationCall.Trace => $"Root={TraceRoot}";

    string? IIntegrationCall.FunctionTrace => null;
}
