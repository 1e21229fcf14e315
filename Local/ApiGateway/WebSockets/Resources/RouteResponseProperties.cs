namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary>The honored properties of <c>AWS::ApiGatewayV2::RouteResponse</c>.</summary>
internal sealed record RouteResponseProperties
{
    public required string ApiId { get; init; }

    public required string RouteId { get; init; }

    public required string RouteResponseKey { get; init; }
}
