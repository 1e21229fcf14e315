using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary>The honored properties of <c>AWS::ApiGatewayV2::IntegrationResponse</c>.</summary>
internal sealed record IntegrationResponseProperties
{
    public required string ApiId { get; init; }

    public required string IntegrationId { get; init; }

    [Ignored("without templates every response is the same")]
    public required string IntegrationResponseKey { get; init; }

    public JsonNode? ResponseTemplates { get; init; }

    [Ignored("it chooses among templates, which are not supported here")]
    public string? TemplateSelectionExpression { get; init; }
}
