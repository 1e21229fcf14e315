namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>The honored properties of <c>AWS::ApiGateway::GatewayResponse</c>.</summary>
internal sealed record GatewayResponseProperties
{
    public required string RestApiId { get; init; }

    public required string ResponseType { get; init; }

    public int? StatusCode { get; init; }

    public IReadOnlyDictionary<string, string> ResponseParameters { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> ResponseTemplates { get; init; } = new Dictionary<string, string>();
}
