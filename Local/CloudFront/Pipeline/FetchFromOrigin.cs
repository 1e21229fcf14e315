using System.Diagnostics;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Asks whoever is behind the location: with what the cache does not keep, each request for itself; else one request for all viewers
/// who ask for the same object meanwhile.
/// </summary>
internal sealed class FetchFromOrigin(Upstream upstream, TimeProvider time) : IEdgeStep
{
    public async ValueTask RunAsync(EdgeExchange exchange)
    {
        exchange.AsksOrigin = true;
        using var span = Spans.Begin(
            exchange.Lookup is not null && exchange.Location.Regional is { } regional
                ? $"CloudFront asks the regional edge cache {regional.Name}"
                : "CloudFront asks the origin",
            ActivityKind.Client);
        using var link = SpanLinks.Add(exchange.RequestId, span);
        try
        {
            exchange.Respond(exchange.Lookup is null
                ? await PassAsync(exchange)
                : await exchange.Location.Collapsing.RunAsync(exchange, () => new OriginFetch(upstream, time, exchange).RunAsync()));
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
        var response = await upstream.AskOriginAsync(exchange, OriginRequestBuilder.Build(exchange));
        return EdgeResponse.Through(response, OriginResponseHeaders.From(response, exchange.Behavior!, time.GetUtcNow()));
    }
}
