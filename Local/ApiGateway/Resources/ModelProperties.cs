using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The honored properties of <c>AWS::ApiGateway::Model</c>.</summary>
internal sealed record ModelProperties
{
    public required string RestApiId { get; init; }

    public string? Name { get; init; }

    [Ignored("methods choose their model by the media type")]
    public string? ContentType { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }

    public JsonNode? Schema { get; init; }
}
