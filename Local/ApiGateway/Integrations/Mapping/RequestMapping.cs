using System.Text;
using Lexicon.Local.ApiGateway.Pipeline;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>
/// What an integration makes of a request: the parameters
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping.html), then the body by the template of
/// its media type or as it is
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html), then what the template
/// overrides.
/// </summary>
internal sealed record RequestMapping
{
    /// <summary>A binary body becomes text.</summary>
    public const string ToText = "CONVERT_TO_TEXT";

    /// <summary>A body becomes binary.</summary>
    public const string ToBinary = "CONVERT_TO_BINARY";

    private const string Json = "application/json";

    /// <summary>Where each parameter comes from: <c>integration.request.header.x</c> from <c>method.request.path.y</c>.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>The templates by media type.</summary>
    public required IReadOnlyDictionary<string, MappingTemplate> Templates { get; init; }

    /// <summary>What happens to a body without a template.</summary>
    public required string PassthroughBehavior { get; init; }

    /// <summary>What becomes of the body before any template; null: it stays.</summary>
    public required string? ContentHandling { get; init; }

    /// <summary>The request for the backend.</summary>
    public IntegrationRequest Map(Exchange exchange)
    {
        if (Parameters.Values.Any(MappingExpression.ReadsBody) && BodyExpression.Evaluate("", exchange.Request.Body) is null)
        {
            throw IntegrationFailedException.InvalidBody();
        }

        var contentType = exchange.Request.Header("Content-Type") ?? Json;
        var request = new IntegrationRequest(Body(exchange, contentType), contentType);
        foreach (var (target, source) in Parameters)
        {
            request.Set(target, MappingExpression.EvaluateAll(source, exchange));
        }

        request.Apply(exchange.Overrides);
        return request;
    }

    private byte[] Body(Exchange exchange, string contentType)
    {
        var body = exchange.Request.Body;
        var template = Template(MediaTypes.Essence(contentType));
        var isBinary = MediaTypes.AreBinary(exchange.Api!.BinaryMediaTypes, contentType);
        if (ContentHandling == ToBinary && !isBinary)
        {
            body = Base64Body.Decode(body.Span);
            isBinary = true;
        }
        else if (ContentHandling == ToText && isBinary)
        {
            body = Encoding.UTF8.GetBytes(Convert.ToBase64String(body.Span));
            isBinary = false;
        }

        if (template is null || template.IsEmpty)
        {
            return body.ToArray();
        }

        return isBinary
            ? throw IntegrationFailedException.Misconfigured("Unable to transform request: a binary body has no template")
            : Encoding.UTF8.GetBytes(template.Render(TemplateScope.For(exchange, Encoding.UTF8.GetString(body.Span))));
    }

    private MappingTemplate? Template(string mediaType)
    {
        if (Templates.TryGetValue(mediaType, out var template) || Templates.TryGetValue("$default", out template))
        {
            return template;
        }

        return PassthroughBehavior == "NEVER" || (PassthroughBehavior == "WHEN_NO_TEMPLATES" && Templates.Count > 0)
            ? throw IntegrationFailedException.UnsupportedMediaType()
            : null;
    }
}
