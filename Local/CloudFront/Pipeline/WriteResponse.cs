using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>Sends the response, with what CloudFront adds to every one.</summary>
internal static class WriteResponse
{
    /// <summary>Writes headers and body.</summary>
    /// <param name="context">Whom to.</param>
    /// <param name="exchange">The request with its response.</param>
    /// <param name="time">The clock.</param>
    /// <param name="heard">Hears the body; null: nobody does.</param>
    public static async Task WriteAsync(HttpContext context, EdgeExchange exchange, TimeProvider time, BodyHead? heard)
    {
        var (response, shown) = (context.Response, exchange.Response!);
        response.StatusCode = shown.Status;
        foreach (var (name, values) in shown.Headers)
        {
            response.Headers[name] = values;
        }

        response.Headers["X-Cache"] = shown.XCache;
        response.Headers.Via = exchange.Location.Server.Via(exchange.Request.HttpVersion);
        response.Headers["X-Amz-Cf-Pop"] = exchange.Location.Name;
        response.Headers["X-Amz-Cf-Id"] = exchange.RequestId;
        if (exchange.IsExplained)
        {
            response.Headers[CacheDecision.Header] = CacheDecision.Explain(exchange, time.GetUtcNow());
        }

        if (shown.Status is 204 or 304)
        {
            return;
        }

        response.ContentLength = shown.Length;
        if (exchange.Request.Method != "HEAD")
        {
            await WriteBodyAsync(context, shown, heard);
        }
    }

    private static async Task WriteBodyAsync(HttpContext context, EdgeResponse shown, BodyHead? heard)
    {
        if (shown.Bytes is { } bytes)
        {
            heard?.Add(bytes.Span);
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }

        if (shown.Body is null)
        {
            return;
        }

        try
        {
            // The viewer gets what comes when it comes, the headers before anything else.
            await context.Response.StartAsync(context.RequestAborted);
            await (heard?.Over(shown.Body) ?? shown.Body).CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or OperationCanceledException)
        {
            // The origin broke off, or the viewer went away: the viewer must not take a part for the whole.
            context.Abort();
        }
    }
}
