using Lexicon.Local.ApiGateway.Integrations;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// The expressions that give headers of responses their values
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html).
/// </summary>
internal static class MappingExpression
{
    private const string Header = "method.request.header.";
    private const string Query = "method.request.querystring.";
    private const string PathParameter = "method.request.path.";

    /// <summary>Whether an expression is one of those that <see cref="Evaluate"/> knows.</summary>
    public static bool IsKnown(string expression) =>
        expression is ['\'', .., '\'']
            || StartsWith(expression, "context.")
            || StartsWith(expression, "stageVariables.")
            || IsRequestParameter(expression);

    /// <summary>Whether an expression is a header, a query parameter or a path parameter of the request.</summary>
    public static bool IsRequestParameter(string expression) =>
        StartsWith(expression, Header) || StartsWith(expression, Query) || StartsWith(expression, PathParameter);

    /// <summary>The value of an expression; null where there is none, and then the header is left out.</summary>
    public static string? Evaluate(string expression, Exchange exchange) => expression switch
    {
        ['\'', .. var text, '\''] => text,
        _ when StartsWith(expression, Header) => exchange.Request.Header(expression[Header.Length..]),
        _ when StartsWith(expression, Query) =>
            QueryString.Parse(exchange.Request.RawQuery).GetValueOrDefault(expression[Query.Length..])?[^1],
        _ when StartsWith(expression, PathParameter) =>
            exchange.PathParameters.GetValueOrDefault(expression[PathParameter.Length..]),
        _ => ContextVariables.Value(expression, exchange),
    };

    private static bool StartsWith(string expression, string prefix) => expression.StartsWith(prefix, StringComparison.Ordinal);
}
