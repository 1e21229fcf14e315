using System.Text;
using Lexicon.Local.ApiGateway.Definitions;
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
    private const string Prefix = "integration.request.";

    private static readonly GatewayFailure Unsupported = new(ResponseType.UnsupportedMediaType, "Unsupported Media Type");

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
        var contentType = exchange.Request.Header("Content-Type") ?? Json;
        var request = new IntegrationRequest(Body(exchange, contentType), contentType);
        foreach (var (target, source) in Parameters)
        {
            var (kind, name) = target[Prefix.Length..].Split('.', 2) is [var first, var second] ? (first, second) : ("", "");
            var values = MappingExpression.EvaluateAll(source, exchange);
            if (values.Count is 0)
            {
                continue;
            }

            switch (kind)
            {
                case "path":
                    request.Path[name] = string.Join(',', values);
                    break;
                case "querystring":
                    request.Query[name] = values;
                    break;
                default:
                    request.Headers[name] = values;
                    break;
            }
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
            body = Decode(body);
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
            ? throw new IntegrationFailedException(Unsupported)
            : null;
    }

    private static byte[] Decode(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Convert.FromBase64String(Encoding.UTF8.GetString(body.Span));
        }
        catch (FormatException)
        {
            throw IntegrationFailedException.Misconfigured("Unable to base64 decode the body.");
        }
    }
}
