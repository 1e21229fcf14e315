using System.Text;
using Lexicon.Local.ApiGateway.Pipeline;

namespace Lexicon.Local.ApiGateway.Integrations.Mapping;

/// <summary>
/// The body for the client: text or binary as the backend, the client and the content handling have it
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html), in between the template,
/// which takes text alone.
/// </summary>
internal static class ResponseBody
{
    /// <summary>The bytes of the body.</summary>
    public static byte[] Make(Exchange exchange, BackendResponse response, ResponseRule rule, MappingTemplate? template)
    {
        var binaryTypes = exchange.Api!.BinaryMediaTypes;
        var isBinary = response.Values("Content-Type") is [.., var type] && MediaTypes.AreBinary(binaryTypes, type);
        var accepted = MediaTypes.FirstAccepted(exchange.Request.Header("Accept")) ?? "application/json";
        var becomesBinary = rule.ContentHandling == RequestMapping.ToBinary
            || (rule.ContentHandling is null && MediaTypes.AreBinary(binaryTypes, accepted));
        if (isBinary && becomesBinary)
        {
            return template is null or { IsEmpty: true }
                ? response.Body.ToArray()
                : throw IntegrationFailedException.Misconfigured("Unable to transform response: a binary body has no template");
        }

        var text = isBinary ? Convert.ToBase64String(response.Body.Span) : Encoding.UTF8.GetString(response.Body.Span);
        if (template is { IsEmpty: false })
        {
            text = template.Render(TemplateScope.For(exchange, text));
        }

        return becomesBinary ? Base64Body.Decode(text) : Encoding.UTF8.GetBytes(text);
    }
}
