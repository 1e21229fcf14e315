using System.Diagnostics;
using System.Globalization;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Adds <c>Server-Timing</c>, where the response headers policy says so, with the metrics that
/// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html#server-timing-header
/// lists, and with one of our own: the address at which the console shows this very request.
/// </summary>
internal sealed class AddServerTiming(Uri console, TimeProvider time) : IEdgeStep
{
    /// <summary>The name of our own metric.</summary>
    public const string Trace = "lexicon-trace";

    private const string Name = "Server-Timing";

    public ValueTask RunAsync(EdgeExchange exchange)
    {
        if (exchange.Behavior?.ResponseHeaders?.ServerTimingRate is { } rate && IsSampled(exchange.Request, rate))
        {
            var headers = exchange.Response!.Headers;
            var before = IsNew(exchange) ? headers[Name].ToArray() : [];
            headers[Name] = string.Join(',', [.. Metrics(exchange), .. before, .. Where()]);
        }

        return ValueTask.CompletedTask;
    }

    // Whoever asks for it gets it, whatever the rate.
    private static bool IsSampled(ViewerRequest request, double rate) =>
        request.Headers.Pragma.ToString().Equals("server-timing", StringComparison.OrdinalIgnoreCase)
        || Random.Shared.NextDouble() * 100 < rate;

    // What an origin said of another request is not repeated with what the cache has of it.
    private static bool IsNew(EdgeExchange exchange) => exchange.AsksOrigin && Cache(exchange) == "cdn-cache-miss";

    private IEnumerable<string> Metrics(EdgeExchange exchange)
    {
        var cache = Cache(exchange);
        if (cache == "cdn-cache-miss" && exchange.OriginTook is not null)
        {
            yield return Text("cdn-upstream-layer", Layer(exchange));
        }

        if (cache is "cdn-cache-miss" or "cdn-cache-refresh" && exchange.OriginTook is { } took)
        {
            // An origin on this machine has no name to look up and is connected to in less than a millisecond.
            yield return "cdn-upstream-dns;dur=0";
            yield return "cdn-upstream-connect;dur=0";
            yield return Duration("cdn-upstream-fbl", took);
        }

        if (cache is not null)
        {
            yield return cache;
        }

        yield return Text("cdn-pop", exchange.Location.Name);
        yield return Text("cdn-rid", exchange.RequestId);
        if (cache == "cdn-cache-hit")
        {
            yield return Text("cdn-hit-layer", Layer(exchange));
        }

        yield return Duration("cdn-downstream-fbl", time.GetElapsedTime(exchange.Began));
    }

    // Null: a function responded, or the request was refused, before the cache was asked.
    private static string? Cache(EdgeExchange exchange) => exchange switch
    {
        { AsksOrigin: false, Lookup: null } => null,
        { AsksOrigin: false } or { Response.XCache: EdgeResponse.Hit } or { RegionalXCache: EdgeResponse.Hit } => "cdn-cache-hit",
        { Response.XCache: EdgeResponse.RefreshHit } or { RegionalXCache: EdgeResponse.RefreshHit } => "cdn-cache-refresh",
        _ => "cdn-cache-miss",
    };

    // "REC" is a regional edge cache: it had the object, or asked the origin for it.
    private static string Layer(EdgeExchange exchange) => exchange.RegionalXCache is null ? "EDGE" : "REC";

    private IEnumerable<string> Where() =>
        Activity.Current is { } span ? [Text(Trace, $"{console.AbsoluteUri}#trace={span.TraceId.ToHexString()}")] : [];

    private static string Text(string name, string value) => $"{name};desc=\"{value}\"";

    private static string Duration(string name, TimeSpan took) =>
        string.Create(CultureInfo.InvariantCulture, $"{name};dur={Math.Floor(took.TotalMilliseconds):0}");
}
