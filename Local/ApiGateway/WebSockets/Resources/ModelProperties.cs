using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary>The honored properties of <c>AWS::ApiGatewayV2::Model</c>.</summary>
internal sealed record ModelProperties
{
    public required string ApiId { get; init; }

    public required string Name { get; init; }

    public required JsonNode Schema { get; init; }

    [Ignored("messages are JSON where a model is for them")]
    public string? ContentType { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }
}
