using System.Diagnostics;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>The span of a request at API Gateway; each step is a span below it.</summary>
internal static class ApiSpan
{
    /// <summary>Begins it below the edge's that sent the request, else in the trace of the client where it has one.</summary>
    public static Activity? Begin(HttpContext context)
    {
        var headers = context.Request.Headers;
        var parent = SpanLinks.Find(headers["X-Amz-Cf-Id"].ToString()) ?? Spans.Parse(headers[TraceHeader.Name].ToString());
        var span = Spans.Begin($"API Gateway {context.Request.Method}", ActivityKind.Server, parent);
        span?.SetTag("aws.service", "API Gateway");
        span?.SetTag("http.request.method", context.Request.Method);
        return span;
    }

    /// <summary>Keeps headers and bodies, as they came and as they went.</summary>
    public static void Keep(Activity? span, Exchange exchange)
    {
        if (SpanContent.IsWanted(span))
        {
            var http = exchange.Context;
            new SpanContent(
                Passage.Of(http.Request.Headers, exchange.Request.Body),
                Passage.Of(http.Response.Headers, exchange.Response!.Body)).Keep(span!);
        }
    }

    /// <summary>Says what became of it.</summary>
    public static void Describe(Activity? span, Exchange exchange)
    {
        if (span is null)
        {
            return;
        }

        span.DisplayName = $"API Gateway {exchange.Request.Method} {exchange.Resource?.Path ?? exchange.Path}";
        span.SetTag("url.path", exchange.Path);
        span.SetTag("http.route", exchange.Resource?.Path);
        span.SetTag("aws.request_id", exchange.Ids.RequestId);
        span.SetTag("aws.apigateway.api_id", exchange.Api?.Id);
        span.SetTag("aws.apigateway.stage", exchange.Stage?.Name);
        span.SetTag("http.response.status_code", exchange.Response?.Status);
        if (exchange.Failure is { } failure)
        {
            span.SetTag("error.type", failure.ErrorType);
            span.Fail(failure.Reason);
        }
    }
}
