namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>
/// A response of API Gateway's own, as a template declares it
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html).
/// </summary>
internal sealed record GatewayResponse
{
    /// <summary>The status; null keeps that of the response type.</summary>
    public int? Status { get; init; }

    /// <summary>Headers by name, each with the expression that gives its value.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Bodies by media type, with <c>$context</c> variables.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>();
}
