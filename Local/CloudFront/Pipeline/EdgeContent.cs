using System.Diagnostics;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>Headers and the beginnings of the bodies of a request at the edge, kept as they pass: nobody waits for it.</summary>
internal sealed class EdgeContent
{
    private readonly BodyHead _request = new();

    /// <summary>Hears what the viewer gets.</summary>
    public BodyHead Response { get; } = new();

    /// <summary>Begins to listen; null where nothing is kept.</summary>
    public static EdgeContent? Begin(Activity? span, EdgeExchange exchange)
    {
        if (!SpanContent.IsWanted(span))
        {
            return null;
        }

        var content = new EdgeContent();
        if (exchange.Request.Body is { } body)
        {
            exchange.Request = exchange.Request with { Body = content._request.Over(body) };
        }

        return content;
    }

    /// <summary>Keeps what was heard.</summary>
    public void Keep(Activity span, HttpContext context) => new SpanContent(
        Passage.Of(context.Request.Headers, _request), Passage.Of(context.Response.Headers, Response)).Keep(span);
}
