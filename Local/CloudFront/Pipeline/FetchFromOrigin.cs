using System.Diagnostics;
using Lexicon.Local.CloudFront.Cache;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Asks the origin: with what the cache does not keep, each request for itself; else one request for all viewers who ask for the
/// same object meanwhile.
/// </summary>
internal sealed class FetchFromOrigin(EdgeCache cache, RequestCollapsing collapsing, TimeProvider time) : IEdgeStep
{
    public async ValueTask RunAsync(EdgeExchange exchange)
    {
        using var span = Spans.Begin("CloudFront asks the origin", ActivityKind.Client);
        using var link = SpanLinks.Add(exchange.RequestId, span);
        try
        {
            exchange.Respond(exchange.Lookup is null
                ? await PassAsync(exchange)
                : await collapsing.RunAsync(exchange, () => new OriginFetch(cache, time, exchange).RunAsync()));
        }
        catch (OriginException failure)
        {
            span.Fail(failure.Message);
            exchange.Refuse(failure.Status, failure.Message);
        }
    }

    // A method that changes something removes nothing from the cache: that is what invalidations and versioned names are for
    // (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Invalidation.html).
    private async Task<EdgeResponse> PassAsync(EdgeExchange exchange)
    {
        var request = OriginRequestBuilder.Build(exchange);
        var response = await exchange.Behavior!.Origin.SendAsync(request, exchange.Request.Aborted);
        return EdgeResponse.Through(response, OriginResponseHeaders.From(response, exchange.Behavior, time.GetUtcNow()));
    }
}
