using System.Text;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Templates.Variables;
using Lexicon.Local.ApiGateway.WebSockets.Pipeline;

namespace Lexicon.Local.ApiGateway.WebSockets.Integrations;

/// <summary>
/// What an integration makes of an event: the parameters
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-mapping.html), then the body by the template that is
/// selected, or as it is
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-transformations.html).
/// </summary>
internal sealed record RouteRequest
{
    private const string Json = "application/json";

    /// <summary>Where each parameter comes from: <c>integration.request.header.x</c> from <c>context.connectionId</c>.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>The templates by key.</summary>
    public required IReadOnlyDictionary<string, MappingTemplate> Templates { get; init; }

    /// <summary>What gives the key; null: the media type does, which is JSON where a client does not say.</summary>
    public required SelectionExpression? Selection { get; init; }

    /// <summary>What happens to a body without a template.</summary>
    public required string PassthroughBehavior { get; init; }

    /// <summary>What becomes of the body before any template; null: it stays.</summary>
    public required string? ContentHandling { get; init; }

    /// <summary>The request for the backend.</summary>
    public IntegrationRequest Map(SocketExchange exchange)
    {
        var contentType = exchange.Handshake?.Request.Header("Content-Type") ?? Json;
        var overrides = new Overrides();
        var request = new IntegrationRequest(Body(exchange, MediaTypes.Essence(contentType), overrides), contentType);
        foreach (var (target, source) in Parameters)
        {
            request.Set(target, RouteExpression.EvaluateAll(source, exchange));
        }

        request.Apply(overrides);
        return request;
    }

    // A message is text, which CONVERT_TO_TEXT leaves alone
    // (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-binary-media-types.html).
    private ReadOnlyMemory<byte> Body(SocketExchange exchange, string mediaType, Overrides overrides)
    {
        var isBinary = ContentHandling == RequestMapping.ToBinary;
        var body = isBinary ? Base64Body.Decode(exchange.Body.Span) : exchange.Body;
        if (Template(exchange, mediaType) is not { IsEmpty: false } template)
        {
            return body;
        }

        return isBinary
            ? throw IntegrationFailedException.Misconfigured("Unable to transform request: a binary body has no template")
            : Encoding.UTF8.GetBytes(template.Render(SocketScope.For(exchange, Encoding.UTF8.GetString(body.Span), overrides)));
    }

    private MappingTemplate? Template(SocketExchange exchange, string mediaType)
    {
        if (SelectionExpression.Select(Templates, Selection?.Evaluate(exchange) ?? mediaType) is { } template)
        {
            return template;
        }

        return PassthroughBehavior == "NEVER" || (PassthroughBehavior == "WHEN_NO_TEMPLATES" && Templates.Count > 0)
            ? throw IntegrationFailedException.UnsupportedMediaType()
            : null;
    }
}
