namespace Lexicon.Local.ApiGateway.Resources;

/// <summary>An item of <c>IntegrationResponses</c>.</summary>
internal sealed record MethodIntegrationResponse
{
    public required string StatusCode { get; init; }

    public string? SelectionPattern { get; init; }

    public IReadOnlyDictionary<string, string> ResponseParameters { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> ResponseTemplates { get; init; } = new Dictionary<string, string>();
}
