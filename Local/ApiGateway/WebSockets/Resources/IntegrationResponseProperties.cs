using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary>The honored properties of <c>AWS::ApiGatewayV2::IntegrationResponse</c>.</summary>
internal sealed record IntegrationResponseProperties
{
    public required string ApiId { get; init; }

    public required string IntegrationId { get; init; }

    public required string IntegrationResponseKey { get; init; }

    public IReadOnlyDictionary<string, string> ResponseTemplates { get; init; } = new Dictionary<string, string>();

    public string? TemplateSelectionExpression { get; init; }

    public string? ContentHandlingStrategy { get; init; }

    [Ignored("messages have no headers")]
    public JsonNode? ResponseParameters { get; init; }
}
