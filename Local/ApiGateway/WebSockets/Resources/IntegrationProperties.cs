using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary>The honored properties of <c>AWS::ApiGatewayV2::Integration</c>.</summary>
internal sealed record IntegrationProperties
{
    public required string ApiId { get; init; }

    public required string IntegrationType { get; init; }

    public string? IntegrationUri { get; init; }

    public string? IntegrationMethod { get; init; }

    public string? CredentialsArn { get; init; }

    public double TimeoutInMillis { get; init; } = 29_000;

    public IReadOnlyDictionary<string, string> RequestParameters { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> RequestTemplates { get; init; } = new Dictionary<string, string>();

    public string? TemplateSelectionExpression { get; init; }

    public string? PassthroughBehavior { get; init; }

    public string? ContentHandlingStrategy { get; init; }

    public string? ConnectionType { get; init; }

    [Ignored("the events of WebSocket APIs have one format")]
    public string? PayloadFormatVersion { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Description { get; init; }
}
