using System.Text;
using System.Text.Unicode;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Templates.Variables;
using Lexicon.Local.ApiGateway.WebSockets.Pipeline;

namespace Lexicon.Local.ApiGateway.WebSockets.Integrations;

/// <summary>
/// What a client gets of a backend's response: the first integration response whose pattern matches, else that of <c>$default</c>; then
/// the template that it selects, if any
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-transformations.html).
/// </summary>
internal sealed class RouteResponses
{
    private const string Json = "application/json";

    private readonly List<RouteResponseRule> _rules = [];

    /// <summary>Adds an integration response; false: there is one with its key.</summary>
    public bool TryAdd(RouteResponseRule rule)
    {
        var isNew = !_rules.Exists(one => one.Key == rule.Key);
        if (isNew)
        {
            _rules.Add(rule);
        }

        return isNew;
    }

    /// <summary>The message for the client.</summary>
    public ReadOnlyMemory<byte> Map(SocketExchange exchange, BackendResponse response)
    {
        var rule = _rules.Find(one => one.Key != SelectionExpression.Default && one.Selects(response))
            ?? _rules.Find(one => one.Key == SelectionExpression.Default)
            ?? throw IntegrationFailedException.NoMatch(response.Status);
        var template = SelectionExpression.Select(rule.Templates, rule.Selection?.Evaluate(exchange, response) ?? Json);
        if (template is null or { IsEmpty: true })
        {
            return rule.ContentHandling switch
            {
                RequestMapping.ToBinary => Base64Body.Decode(response.Body.Span),
                RequestMapping.ToText => Encoding.UTF8.GetBytes(Text(response)),
                _ => response.Body,
            };
        }

        var text = template.Render(SocketScope.For(exchange, Text(response), new Overrides()));
        return rule.ContentHandling == RequestMapping.ToBinary ? Base64Body.Decode(text) : Encoding.UTF8.GetBytes(text);
    }

    private static string Text(BackendResponse response) => Utf8.IsValid(response.Body.Span)
        ? Encoding.UTF8.GetString(response.Body.Span)
        : Convert.ToBase64String(response.Body.Span);
}
