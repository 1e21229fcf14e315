using Lexicon.Local.ApiGateway.Integrations;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// What an authorizer asks of a request: <c>route.request.header.NAME</c>, <c>route.request.querystring.NAME</c>,
/// <c>context.NAME</c>, <c>stageVariables.NAME</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-authorizer.html).
/// </summary>
internal static class IdentitySource
{
    private const string Header = "route.request.header.";
    private const string Query = "route.request.querystring.";
    private const string Context = "context.";
    private const string Variable = "stageVariables.";

    /// <summary>Whether an expression is one of those.</summary>
    public static bool IsKnown(string source) =>
        new[] { Header, Query, Context, Variable }.Any(prefix => source.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Its value; null where the request does not have it.</summary>
    public static string? Evaluate(string source, SocketExchange exchange) =>
        After(source, Header) is { } header ? exchange.Handshake!.Request.Header(header)
        : After(source, Query) is { } name
            ? QueryString.Parse(exchange.Handshake!.Request.RawQuery).GetValueOrDefault(name)?[^1]
        : After(source, Variable) is { } variable ? exchange.Stage.Variables.GetValueOrDefault(variable)
        : SocketVariables.Value(source, exchange);

    private static string? After(string source, string prefix) =>
        source.StartsWith(prefix, StringComparison.Ordinal) ? source[prefix.Length..] : null;
}
