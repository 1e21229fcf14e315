using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary>The honored properties of <c>AWS::ApiGatewayV2::Authorizer</c>.</summary>
internal sealed record AuthorizerProperties
{
    public required string ApiId { get; init; }

    public required string AuthorizerType { get; init; }

    public string? AuthorizerUri { get; init; }

    public string? AuthorizerCredentialsArn { get; init; }

    public IReadOnlyList<string> IdentitySource { get; init; } = [];

    [Ignored("WebSocket APIs do not keep what an authorizer returned")]
    public int? AuthorizerResultTtlInSeconds { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Name { get; init; }
}
