using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Templates.Values;

namespace Lexicon.Local.ApiGateway.WebSockets.Integrations;

/// <summary>
/// An integration response
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-responses.html).
/// </summary>
/// <param name="Key"><c>$default</c>, or <c>/a pattern/</c> for the status, of functions for the message of the error.</param>
internal sealed record RouteResponseRule(string Key)
{
    /// <summary>The templates by key.</summary>
    public required IReadOnlyDictionary<string, MappingTemplate> Templates { get; init; }

    /// <summary>What gives the key of the template; null: JSON's media type is the key.</summary>
    public required SelectionExpression? Selection { get; init; }

    /// <summary>What becomes of the body; null: it stays.</summary>
    public required string? ContentHandling { get; init; }

    /// <summary>Whether it is for a response.</summary>
    public bool Selects(BackendResponse response) =>
        Key is ['/', .. var pattern, '/'] ? JavaRegex.Matches(response.Selection, pattern) : Key == response.Selection;
}
