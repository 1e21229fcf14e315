using Lexicon.Local.ApiGateway.Pipeline;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>
/// Where a header of the response comes from
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html).
/// </summary>
internal static class ResponseExpression
{
    private const string Header = "integration.response.header.";
    private const string AllOfHeader = "integration.response.multivalueheader.";
    private const string Body = "integration.response.body";

    /// <summary>Whether an expression is one of those that <see cref="Evaluate"/> knows.</summary>
    public static bool IsKnown(string expression) =>
        IsStatic(expression)
            || StartsWith(expression, "context.") || StartsWith(expression, "stageVariables.")
            || StartsWith(expression, Header) || StartsWith(expression, AllOfHeader)
            || expression == Body || StartsWith(expression, Body + ".");

    /// <summary>Its values; none, and the header is left out.</summary>
    public static IReadOnlyList<string> Evaluate(string expression, Exchange exchange, BackendResponse response) => expression switch
    {
        _ when StartsWith(expression, Header) => [.. response.Values(expression[Header.Length..]).TakeLast(1)],
        _ when StartsWith(expression, AllOfHeader) => response.Values(expression[AllOfHeader.Length..]),
        _ when StartsWith(expression, Body) => BodyExpression.Evaluate(expression[Body.Length..], response.Body)
            ?? throw IntegrationFailedException.Misconfigured("Invalid JSON in response body"),
        _ => MappingExpression.EvaluateAll(expression, exchange),
    };

    private static bool IsStatic(string expression) => expression is ['\'', .., '\''];

    private static bool StartsWith(string expression, string prefix) => expression.StartsWith(prefix, StringComparison.Ordinal);
}
