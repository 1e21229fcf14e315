using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>The way of a viewer request through the edge: every step, in CloudFront's order.</summary>
internal sealed class EdgePipeline
{
    private readonly IEdgeStep[] _untilResponse;
    private readonly IEdgeStep[] _always;

    /// <summary>Lists the steps.</summary>
    public EdgePipeline(Distributions distributions, EdgeCache cache, TimeProvider time)
    {
        var collapsing = new RequestCollapsing(time);
        var serveFromCache = new ServeFromCache(cache, collapsing, time);
        var fetchFromOrigin = new FetchFromOrigin(cache, collapsing, time);

        // These run until one of them sets a response.
        _untilResponse =
        [
            new SelectDistribution(distributions),
            new ApplyWebAcl(),
            new LimitRequest(),
            new RewriteRoot(),
            new SelectBehavior(),
            new CheckMethod(),
            serveFromCache,
            fetchFromOrigin,
        ];

        // These run on every response, and WriteResponse is the last.
        _always =
        [
            new ReplaceErrorPage(serveFromCache, fetchFromOrigin),
            new CheckConditions(),
            new ApplyHeadersPolicy(),
        ];
    }

    /// <summary>Handles one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        using var exchange = new EdgeExchange(ViewerRequest.From(context), EdgeIdentity.NewRequestId());
        using var span = EdgeSpan.Begin(exchange);
        try
        {
            await RunAsync(exchange);
            EdgeSpan.Describe(span, exchange);
            await WriteResponse.WriteAsync(context, exchange);
        }
        catch (Exception unexpected) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // Whatever goes wrong, the viewer gets CloudFront's own page with the request's id.
            var problem = RequestProblem.Of(context, unexpected);
            problem.Begin(context, exchange.RequestId);
            exchange.Refuse(problem.Status, problem.IsTheCallers ? "Bad request." : "Internal CloudFront error.");
            EdgeSpan.Describe(span, exchange);
            await WriteResponse.WriteAsync(context, exchange);
        }
    }

    private async Task RunAsync(EdgeExchange exchange)
    {
        foreach (var step in _untilResponse)
        {
            if (exchange.Response is null)
            {
                await step.RunAsync(exchange);
            }
        }

        foreach (var step in _always)
        {
            await step.RunAsync(exchange);
        }
    }
}
