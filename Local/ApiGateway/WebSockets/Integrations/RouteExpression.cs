using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.WebSockets.Pipeline;

namespace Lexicon.Local.ApiGateway.WebSockets.Integrations;

/// <summary>
/// Where a parameter of an integration comes from
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-mapping.html); headers and the query are those of
/// <c>$connect</c>.
/// </summary>
internal static class RouteExpression
{
    private const string Header = "route.request.header.";
    private const string AllOfHeader = "route.request.multivalueheader.";
    private const string Query = "route.request.querystring.";
    private const string AllOfQuery = "route.request.multivaluequerystring.";
    private const string Body = "route.request.body";

    /// <summary>Whether an expression is one of those that <see cref="EvaluateAll"/> knows.</summary>
    public static bool IsKnown(string expression) =>
        expression is ['\'', .., '\''] or Body
        || IsParameter(expression)
        || StartsWith(expression, Body + ".") || StartsWith(expression, "context.") || StartsWith(expression, "stageVariables.");

    /// <summary>Whether an expression is a header or a query parameter of <c>$connect</c>.</summary>
    public static bool IsParameter(string expression) =>
        new[] { Header, AllOfHeader, Query, AllOfQuery }.Any(prefix => StartsWith(expression, prefix));

    /// <summary>Its values; none, and the parameter is left out.</summary>
    public static IReadOnlyList<string> EvaluateAll(string expression, SocketExchange exchange) => expression switch
    {
        ['\'', .. var text, '\''] => [text],
        _ when StartsWith(expression, Header) => [.. Headers(exchange, expression[Header.Length..]).TakeLast(1)],
        _ when StartsWith(expression, AllOfHeader) => Headers(exchange, expression[AllOfHeader.Length..]),
        _ when StartsWith(expression, Query) => [.. Queries(exchange, expression[Query.Length..]).TakeLast(1)],
        _ when StartsWith(expression, AllOfQuery) => Queries(exchange, expression[AllOfQuery.Length..]),
        _ when StartsWith(expression, Body) => BodyExpression.Evaluate(expression[Body.Length..], exchange.Body)
            ?? throw IntegrationFailedException.InvalidBody(),
        _ => SocketVariables.Value(expression, exchange) is { } value ? [value] : [],
    };

    private static IReadOnlyList<string> Headers(SocketExchange exchange, string name) =>
        [.. exchange.Handshake?.Request.Headers[name].Select(value => value ?? "") ?? []];

    private static IReadOnlyList<string> Queries(SocketExchange exchange, string name) =>
        exchange.Handshake is { } handshake ? QueryString.Parse(handshake.Request.RawQuery).GetValueOrDefault(name) ?? [] : [];

    private static bool StartsWith(string expression, string prefix) => expression.StartsWith(prefix, StringComparison.Ordinal);
}
