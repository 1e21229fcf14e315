using System.Diagnostics;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>The span of an event of a connection: a connection asked for, a message, an end.</summary>
internal static class SocketSpan
{
    /// <summary>Begins it; one of a connection that is asked for is in the trace of the client, where it has one.</summary>
    /// <param name="route">The route, as far as it is known.</param>
    /// <param name="header">The client's <c>X-Amzn-Trace-Id</c>.</param>
    public static Activity? Begin(string route, string? header = null)
    {
        var span = Spans.Begin($"API Gateway {route}", ActivityKind.Server, Spans.Parse(header));
        span?.SetTag("aws.service", "API Gateway");
        span?.SetTag("http.route", route);
        return span;
    }

    /// <summary>Says what became of it.</summary>
    public static void Describe(Activity? span, SocketExchange exchange)
    {
        if (span is null)
        {
            return;
        }

        span.SetTag("aws.request_id", exchange.RequestId);
        span.SetTag("aws.apigateway.api_id", exchange.Api.Id);
        span.SetTag("aws.apigateway.stage", exchange.Stage.Name);
        span.SetTag("aws.apigateway.connection_id", exchange.Connection.Id);
        span.SetTag("http.response.status_code", exchange.Status);
        if (exchange.Failure is { } failure)
        {
            Refuse(span, failure);
        }
    }

    /// <summary>Says why nothing became of it.</summary>
    public static void Refuse(Activity? span, GatewayFailure failure)
    {
        span?.SetTag("error.type", failure.ErrorType);
        span?.SetTag("http.response.status_code", failure.Status);
        span.Fail(failure.Reason);
    }
}
