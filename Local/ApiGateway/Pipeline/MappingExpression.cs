using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Integrations.Mapping;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// The expressions that give parameters their values
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html).
/// </summary>
internal static class MappingExpression
{
    private const string Header = "method.request.header.";
    private const string AllOfHeader = "method.request.multivalueheader.";
    private const string Query = "method.request.querystring.";
    private const string AllOfQuery = "method.request.multivaluequerystring.";
    private const string PathParameter = "method.request.path.";
    private const string Body = "method.request.body";

    /// <summary>Whether an expression is one of those that <see cref="EvaluateAll"/> knows.</summary>
    public static bool IsKnown(string expression) =>
        expression is ['\'', .., '\'']
            || StartsWith(expression, "context.")
            || StartsWith(expression, "stageVariables.")
            || IsRequestParameter(expression)
            || expression == Body || StartsWith(expression, Body + ".");

    /// <summary>Whether an expression is a header, a query parameter or a path parameter of the request.</summary>
    public static bool IsRequestParameter(string expression) => ParameterOf(expression) is not null;

    /// <summary>Whether an expression reads the body.</summary>
    public static bool ReadsBody(string expression) => StartsWith(expression, Body);

    /// <summary>The parameter that an expression reads, as a method declares it; null: it reads none.</summary>
    public static string? ParameterOf(string expression) =>
        StartsWith(expression, AllOfHeader) ? Header + expression[AllOfHeader.Length..]
        : StartsWith(expression, AllOfQuery) ? Query + expression[AllOfQuery.Length..]
        : StartsWith(expression, Header) || StartsWith(expression, Query) || StartsWith(expression, PathParameter) ? expression
        : null;

    /// <summary>The value of an expression; null where there is none, and then the parameter is left out.</summary>
    public static string? Evaluate(string expression, Exchange exchange) => expression switch
    {
        ['\'', .. var text, '\''] => text,
        _ when StartsWith(expression, Header) => exchange.Request.Header(expression[Header.Length..]),
        _ when StartsWith(expression, Query) => Queries(exchange, expression[Query.Length..]) is [.., var last] ? last : null,
        _ when StartsWith(expression, PathParameter) =>
            exchange.PathParameters.GetValueOrDefault(expression[PathParameter.Length..]),
        _ when StartsWith(expression, AllOfHeader) || StartsWith(expression, AllOfQuery) || StartsWith(expression, Body) =>
            EvaluateAll(expression, exchange) is [_, ..] values ? string.Join(',', values) : null,
        _ => ContextVariables.Value(expression, exchange),
    };

    /// <summary>All values of an expression.</summary>
    public static IReadOnlyList<string> EvaluateAll(string expression, Exchange exchange) => expression switch
    {
        _ when StartsWith(expression, AllOfHeader) =>
            [.. exchange.Request.Headers[expression[AllOfHeader.Length..]].Select(value => value ?? "")],
        _ when StartsWith(expression, AllOfQuery) => Queries(exchange, expression[AllOfQuery.Length..]),
        _ when StartsWith(expression, Body) => BodyExpression.Evaluate(expression[Body.Length..], exchange.Request.Body) ?? [],
        _ => Evaluate(expression, exchange) is { } value ? [value] : [],
    };

    private static IReadOnlyList<string> Queries(Exchange exchange, string name) =>
        QueryString.Parse(exchange.Request.RawQuery).GetValueOrDefault(name) ?? [];

    private static bool StartsWith(string expression, string prefix) => expression.StartsWith(prefix, StringComparison.Ordinal);
}
