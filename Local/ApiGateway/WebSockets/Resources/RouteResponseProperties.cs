using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary>The honored properties of <c>AWS::ApiGatewayV2::RouteResponse</c>.</summary>
internal sealed record RouteResponseProperties
{
    public required string ApiId { get; init; }

    public required string RouteId { get; init; }

    public required string RouteResponseKey { get; init; }

    [Ignored("AWS does not support it")]
    public string? ModelSelectionExpression { get; init; }

    [Ignored("it describes messages and changes none")]
    public JsonNode? ResponseModels { get; init; }

    [Ignored("messages have no headers")]
    public JsonNode? ResponseParameters { get; init; }
}
