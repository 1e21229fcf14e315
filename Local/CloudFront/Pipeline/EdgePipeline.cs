using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>The way of a viewer request through the edge, in CloudFront's order.</summary>
internal sealed class EdgePipeline(Func<IReadOnlyList<Distribution>> distributions, PointOfPresence pointOfPresence)
{
    private readonly IEdgeStep[] _toTheObject =
    [
        new SelectDistribution(distributions),
        new ApplyWebAcl(),
        new LimitRequest(),
        new RewriteRoot(),
        new SelectBehavior(),
        new CheckMethod(),
        new FetchObject(pointOfPresence),
    ];

    private readonly IEdgeStep[] _toTheViewer =
    [
        new ReplaceErrorPage(pointOfPresence),
        new AnswerConditions(),
        new ApplyHeadersPolicy(),
        new WriteResponse(pointOfPresence.Name),
    ];

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        using var exchange = new EdgeExchange(context);
        try
        {
            await RunAsync(exchange);
        }
        catch (Exception unexpected) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // Whatever goes wrong, the viewer gets CloudFront's own page with the request's id.
            var problem = RequestProblem.Of(context, unexpected);
            problem.Begin(context, exchange.RequestId);
            exchange.Refuse(problem.Status, problem.IsTheCallers ? "Bad request." : "Internal CloudFront error.");
            await _toTheViewer[^1].RunAsync(exchange);
        }
    }

    private async Task RunAsync(EdgeExchange exchange)
    {
        foreach (var step in _toTheObject)
        {
            if (exchange.Response is null)
            {
                await step.RunAsync(exchange);
            }
        }

        foreach (var step in _toTheViewer)
        {
            await step.RunAsync(exchange);
        }
    }
}
