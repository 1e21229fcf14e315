using System.Diagnostics;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>The span of a request at the edge: what the viewer asked for, and what the cache did about it.</summary>
internal static class EdgeSpan
{
    /// <summary>Begins it, in the trace of the viewer where it has one.</summary>
    public static Activity? Begin(EdgeExchange exchange)
    {
        var request = exchange.Request;
        var span = Spans.Begin(
            $"{request.Method} {request.Path}", ActivityKind.Server, Spans.Parse(request.Headers[TraceHeader.Name].ToString()));

        // One that is left out has nobody to describe it to, and hits come by the thousand.
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("aws.service", "CloudFront");
            span.SetTag("http.request.method", request.Method);
            span.SetTag("url.path", request.Path);
            span.SetTag("url.query", SecretQuery.Hide(request.Query));
            span.SetTag("client.address", request.Address.ToString());
            span.SetTag("aws.cloudfront.request_id", exchange.RequestId);
        }

        return span;
    }

    /// <summary>Says what became of it.</summary>
    public static void Describe(Activity? span, EdgeExchange exchange, DateTimeOffset now)
    {
        if (span is not { IsAllDataRequested: true })
        {
            return;
        }

        span.SetTag("aws.cloudfront.distribution", exchange.Distribution?.Id);
        span.SetTag("aws.cloudfront.behavior", exchange.Behavior?.Pattern?.ToString());
        span.SetTag("aws.cloudfront.pop", exchange.Location.Name);
        span.SetTag("aws.cloudfront.place", exchange.Request.Place?.City);
        span.SetTag("aws.cloudfront.regional", exchange.RegionalXCache);
        span.SetTag("aws.cloudfront.why", CacheDecision.Explain(exchange, now));
        span.SetTag("aws.cloudfront.cache", exchange.Response!.XCache);
        span.SetTag("aws.cloudfront.cache_key", ShownKey.Of(exchange));
        span.SetTag("aws.cloudfront.age", exchange.Response.Headers.Age.ToString());
        span.SetTag("http.response.body.size", exchange.Response.Length);
        span.SetTag("http.response.status_code", exchange.Response.Status);
        if (exchange.Response.Status >= 500)
        {
            span.Fail($"The viewer got {exchange.Response.Status}.");
        }
    }
}
