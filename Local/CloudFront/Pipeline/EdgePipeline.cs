using Lexicon.Local.CloudFront.Locations;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.Debugging.Holding;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>The way of a viewer request through the edge: every step, in CloudFront's order.</summary>
internal sealed class EdgePipeline
{
    private readonly IEdgeStep[] _untilResponse;
    private readonly IEdgeStep[] _always;
    private readonly EdgeLocations _locations;
    private readonly TimeProvider _time;
    private readonly IHolds? _holds;

    /// <summary>Lists the steps.</summary>
    /// <param name="distributions">What is served.</param>
    /// <param name="locations">From where.</param>
    /// <param name="visitors">Where visitors stand who do not say so.</param>
    /// <param name="travel">How long it takes to get to a place.</param>
    /// <param name="console">Where one can look at what became of a request.</param>
    /// <param name="time">The clock.</param>
    /// <param name="holds">Lets a request wait at a step; null: none waits.</param>
    public EdgePipeline(
        Distributions distributions,
        EdgeLocations locations,
        VisitorPlace visitors,
        Travel travel,
        Uri console,
        TimeProvider time,
        IHolds? holds = null)
    {
        (_locations, _time, _holds) = (locations, time, holds);
        var upstream = new Upstream(travel, time);
        var serveFromCache = new ServeFromCache(upstream, time);
        var fetchFromOrigin = new FetchFromOrigin(upstream, time);

        // These run until one of them sets a response.
        _untilResponse =
        [
            new LocateViewer(visitors),
            new SelectDistribution(distributions),
            new SelectPointOfPresence(locations, travel),
            new RestrictCountries(),
            new ApplyWebAcl(),
            new LimitRequest(),
            new SelectBehavior(),
            new ApplyProtocolPolicy(),
            new CheckMethod(),
            new RunViewerRequest(),
            new RewriteRoot(),
            serveFromCache,
            fetchFromOrigin,
        ];

        // These run on every response, and WriteResponse is the last.
        _always =
        [
            new ReplaceErrorPage(serveFromCache, fetchFromOrigin),
            new CheckConditions(time),
            new ApplyHeadersPolicy(),
            new RunViewerResponse(),
            new AddServerTiming(console, time),
        ];
        holds?.Declare(EdgeHold.Service, _untilResponse.Concat(_always).Select(step => step.GetType().Name).Append(EdgeHold.Last));
    }

    /// <summary>Handles one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        using var exchange = new EdgeExchange(ViewerRequest.From(context), EdgeIdentity.NewRequestId(), _locations.Local)
        {
            Began = _time.GetTimestamp(),
        };
        using var span = EdgeSpan.Begin(exchange);
        var content = EdgeContent.Begin(span, exchange);
        try
        {
            await RunAsync(exchange);
            exchange.Location.Counters.Count(exchange.Response!.XCache);
            EdgeSpan.Describe(span, exchange, _time.GetUtcNow());
            await WriteResponse.WriteAsync(context, exchange, _time, content?.Response);
        }
        catch (Exception unexpected) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // Whatever goes wrong, the viewer gets CloudFront's own page with the request's id.
            var problem = RequestProblem.Of(context, unexpected);
            problem.Begin(context, exchange.RequestId);
            exchange.Refuse(problem.Status, problem.IsTheCallers ? "Bad request." : "Internal CloudFront error.");
            EdgeSpan.Describe(span, exchange, _time.GetUtcNow());
            await WriteResponse.WriteAsync(context, exchange, _time, content?.Response);
        }
        finally
        {
            content?.Keep(span!, context);
        }
    }

    private async Task RunAsync(EdgeExchange exchange)
    {
        foreach (var step in _untilResponse)
        {
            if (exchange.Response is null)
            {
                await HoldAsync(step.GetType().Name, exchange);
                await step.RunAsync(exchange);
                exchange.RespondedBy = exchange.Response is null ? null : step;
            }
        }

        foreach (var step in _always)
        {
            await HoldAsync(step.GetType().Name, exchange);
            await step.RunAsync(exchange);
        }

        await HoldAsync(EdgeHold.Last, exchange);
    }

    private ValueTask HoldAsync(string step, EdgeExchange exchange) => _holds is { IsWanted: true }
        ? _holds.PassAsync(EdgeHold.Before(step, exchange), exchange.Request.Aborted)
        : ValueTask.CompletedTask;
}
