using System.Globalization;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>Why a viewer got what it got, in a sentence: for traces, and for a viewer that says where it stands.</summary>
internal static class CacheDecision
{
    /// <summary>Only whoever sends <see cref="LocateViewer.Header"/> gets it: AWS has no such header.</summary>
    public const string Header = "X-Lexicon-Why";

    /// <summary>The sentence.</summary>
    public static string Explain(EdgeExchange exchange, DateTimeOffset now) => exchange switch
    {
        { RespondedBy: RestrictCountries } => $"Refused: it serves nobody in {exchange.Request.Place?.Country}.",
        { RespondedBy: ApplyWebAcl } => "Refused: a rule of its web ACL blocks this request.",
        { RespondedBy: LimitRequest } => "Refused: the request or its address is too long, or a GET has a body.",
        { RespondedBy: ApplyProtocolPolicy } => $"The behavior {Pattern(exchange)} asks for HTTPS, and this came over plain HTTP.",
        { RespondedBy: CheckMethod } => $"Refused: the behavior {Pattern(exchange)} does not allow {exchange.Request.Method}.",
        { RespondedBy: RunViewerRequest } => "A function of the edge responded, before the cache was asked.",
        { Behavior: null } or { Response: null } => "Refused before a cache behavior was selected.",
        { Lookup: null, AsksOrigin: false } => "Responded to before the cache was asked.",
        { Lookup: null } => $"{NotCached(exchange)}: straight to the origin.",
        { Response.XCache: EdgeResponse.Hit } => Hit(exchange, now),
        { Response.XCache: EdgeResponse.RefreshHit } =>
            $"In this cache, expired {Seconds(now - exchange.Lookup.Entry!.FreshUntil)} ago; {Behind(exchange, "confirmed it")}.",
        { Lookup.Entry: { } expired } when expired.FreshUntil <= now =>
            $"In this cache, expired {Seconds(now - expired.FreshUntil)} ago; {Behind(exchange, "sent another")}.",
        { Lookup.Entry: not null } => $"An error, fresh in this cache for another {Left(exchange, now)}.",
        _ => $"Not in this cache; {Behind(exchange, "sent it")}.",
    };

    // The default behavior has the pattern of CloudFront's console.
    private static string Pattern(EdgeExchange exchange) => exchange.Behavior!.Pattern?.ToString() ?? "Default (*)";

    private static string NotCached(EdgeExchange exchange) => exchange.Behavior!.Cache.Caches
        ? $"Responses to {exchange.Request.Method} are not cached"
        : "The cache policy keeps nothing";

    private static string Hit(EdgeExchange exchange, DateTimeOffset now) => exchange.Response!.FreshUntil > now
        ? $"In this cache, fresh for another {Left(exchange, now)}."
        : "In this cache, expired, and served while it is asked about.";

    private static string Left(EdgeExchange exchange, DateTimeOffset now) => Seconds((exchange.Response!.FreshUntil ?? now) - now);

    private static string Behind(EdgeExchange exchange, string did) => exchange switch
    {
        { Location.Regional: { } regional, RegionalXCache: EdgeResponse.Hit } => $"the regional edge cache {regional.Name} had it",
        { Location.Regional: { } regional } => $"neither in the regional edge cache {regional.Name}; the origin {did}",
        _ => $"the origin {did}",
    };

    private static string Seconds(TimeSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, Math.Floor(span.TotalSeconds)):0} s");
}
