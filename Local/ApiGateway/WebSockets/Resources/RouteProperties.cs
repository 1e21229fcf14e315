using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.ApiGateway.WebSockets.Resources;

/// <summary>The honored properties of <c>AWS::ApiGatewayV2::Route</c>.</summary>
internal sealed record RouteProperties
{
    public required string ApiId { get; init; }

    public required string RouteKey { get; init; }

    public string AuthorizationType { get; init; } = "NONE";

    public string? AuthorizerId { get; init; }

    public string? Target { get; init; }

    public string? RouteResponseSelectionExpression { get; init; }

    public string? ModelSelectionExpression { get; init; }

    public IReadOnlyDictionary<string, string> RequestModels { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, ParameterConstraints> RequestParameters { get; init; } =
        new Dictionary<string, ParameterConstraints>();

    public bool ApiKeyRequired { get; init; }

    [Ignored("it is a name for generated clients")]
    public string? OperationName { get; init; }

    /// <summary>A value of <c>RequestParameters</c>.</summary>
    internal sealed record ParameterConstraints
    {
        public bool Required { get; init; }
    }
}
