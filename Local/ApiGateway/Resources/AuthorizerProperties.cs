using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The honored properties of <c>AWS::ApiGateway::Authorizer</c>.</summary>
internal sealed record AuthorizerProperties
{
    public required string RestApiId { get; init; }

    public required string Type { get; init; }

    [Ignored("it is shown in the console only")]
    public string? Name { get; init; }

    public string? IdentitySource { get; init; }

    public string? IdentityValidationExpression { get; init; }

    public IReadOnlyList<string> ProviderARNs { get; init; } = [];

    public string? AuthorizerUri { get; init; }

    public int AuthorizerResultTtlInSeconds { get; init; } = 300;

    [Ignored("it is for OpenAPI import only")]
    public string? AuthType { get; init; }
}
