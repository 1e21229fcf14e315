namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>
/// An integration response
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-integration-settings-integration-response.html).
/// </summary>
internal sealed record ResponseRule
{
    /// <summary>The status that is sent.</summary>
    public required int Status { get; init; }

    /// <summary>What of the backend selects it; null or empty: what nothing else selects.</summary>
    public required string? SelectionPattern { get; init; }

    /// <summary>Header names with the expressions of their values.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The templates by media type.</summary>
    public required IReadOnlyDictionary<string, MappingTemplate> Templates { get; init; }

    /// <summary>What becomes of the body; null: what the client accepts decides.</summary>
    public required string? ContentHandling { get; init; }

    /// <summary>Whether it is for what no pattern selects.</summary>
    public bool IsDefault => string.IsNullOrEmpty(SelectionPattern);
}
