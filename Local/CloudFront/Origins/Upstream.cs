using System.Diagnostics;
using Lexicon.Local.CloudFront.Locations;
using Lexicon.Local.CloudFront.Pipeline;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>
/// Whoever an edge location asks for what it does not have: its regional edge cache, which has the same steps and asks the origin in
/// turn. Methods that change something and what no cache keeps go to the origin at once
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html, "How CloudFront works with regional
/// edge caches").
/// </summary>
internal sealed class Upstream
{
    private readonly ServeFromCache _serveFromCache;
    private readonly CheckConditions _checkConditions;
    private readonly Travel _travel;
    private readonly TimeProvider _time;

    public Upstream(Travel travel, TimeProvider time)
    {
        _travel = travel;
        _time = time;
        _serveFromCache = new(this, time);
        _checkConditions = new(time);
    }

    /// <summary>Asks for what may be kept.</summary>
    /// <param name="exchange">Whose location asks.</param>
    /// <param name="request">What the origin would be asked, with the conditions of an entry that is to be confirmed.</param>
    /// <exception cref="OriginException">The origin gave no response.</exception>
    public Task<OriginResponse> AskAsync(EdgeExchange exchange, OriginRequest request) =>
        exchange.Location.Regional is { } regional
            ? AskRegionalAsync(exchange, regional, request)
            : AskOriginAsync(exchange, request);

    /// <summary>Asks the origin itself.</summary>
    /// <exception cref="OriginException">It gave no response.</exception>
    public async Task<OriginResponse> AskOriginAsync(EdgeExchange exchange, OriginRequest request)
    {
        // At a point of presence the step that asks has a span of its own.
        using var span = exchange.Location.IsRegional ? Spans.Begin("CloudFront asks the origin", ActivityKind.Client) : null;
        using var link = SpanLinks.Add(exchange.RequestId, span);
        var asked = _time.GetTimestamp();
        await _travel.GoAsync(exchange.Location.Place, Travel.Region, exchange.Request.Aborted);
        var response = await exchange.Behavior!.Origin.SendAsync(request, exchange.Request.Aborted);
        exchange.OriginTook = _time.GetElapsedTime(asked);
        return response;
    }

    private async Task<OriginResponse> AskRegionalAsync(EdgeExchange exchange, EdgeLocation regional, OriginRequest request)
    {
        await _travel.GoAsync(exchange.Location.Place, regional.Place, exchange.Request.Aborted);
        var asked = exchange.At(regional, exchange.Request with { Headers = WithConditionsOf(request, exchange.Request) });
        await _serveFromCache.RunAsync(asked);
        if (asked.Response is null)
        {
            asked.Respond(await regional.Collapsing.RunAsync(asked, () => new OriginFetch(this, _time, asked).RunAsync()));
        }

        await _checkConditions.RunAsync(asked);
        regional.Counters.Count(asked.Response!.XCache);
        exchange.RegionalXCache = asked.Response.XCache;
        exchange.OriginTook = asked.OriginTook;
        return RegionalResponse.From(asked.Response, exchange.Request.Method);
    }

    private static IHeaderDictionary WithConditionsOf(OriginRequest request, ViewerRequest viewer)
    {
        var headers = viewer.Headers.Copy();
        ViewerConditions.Remove(headers);
        ViewerConditions.Take(request.Headers, headers);
        return headers;
    }
}
