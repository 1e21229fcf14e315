using System.Text.Json.Nodes;
using Lexicon.Local.Assembly;

namespace Lexicon.Local.ApiGateway.ResourceTypes;

/// <summary>The honoured properties of <c>AWS::ApiGateway::Model</c>.</summary>
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
