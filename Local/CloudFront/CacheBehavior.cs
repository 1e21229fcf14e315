using Lexicon.Local.CloudFront.Functions;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.CloudFront.Policies;

namespace Lexicon.Local.CloudFront;

/// <summary>
/// A cache behavior: what happens to the requests whose paths match
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html).
/// </summary>
internal sealed record CacheBehavior
{
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CloudFront-Is-Desktop-Viewer", "CloudFront-Is-Mobile-Viewer", "CloudFront-Is-SmartTV-Viewer", "CloudFront-Is-Tablet-Viewer",
    };

    /// <summary>Null for the default behavior, which matches whatever no other does.</summary>
    public PathPattern? Pattern { get; init; }

    public required Origin Origin { get; init; }

    public required IReadOnlyList<string> AllowedMethods { get; init; }

    public required IReadOnlyList<string> CachedMethods { get; init; }

    public required CachePolicy Cache { get; init; }

    public required OriginRequestPolicy OriginRequest { get; init; }

    public ResponseHeadersPolicy? ResponseHeaders { get; init; }

    /// <summary>What happens to viewers without TLS.</summary>
    public ViewerProtocolPolicy ViewerProtocol { get; init; }

    /// <summary>What runs for each request, before the cache; null: nothing.</summary>
    public EdgeFunction? OnViewerRequest { get; init; }

    /// <summary>What runs for each response; null: nothing.</summary>
    public EdgeFunction? OnViewerResponse { get; init; }

    /// <summary>Whether CloudFront compresses what the origin did not.</summary>
    public bool Compress { get; init; }

    /// <summary>Whether cookies reach the origin, and so its cookies the viewer.</summary>
    public bool ForwardsCookies => Cache.Cookies.Kind != SelectionKind.None || OriginRequest.Cookies.Kind != SelectionKind.None;

    /// <summary>Whether the origin knows the kind of the viewer's device, by headers that CloudFront adds.</summary>
    public bool TellsDevice => Cache.Headers.Names.Concat(OriginRequest.CloudFrontHeaders).Any(Devices.Contains);

    /// <summary>Whether responses to this method are cached.</summary>
    public bool Caches(string method) => Cache.Caches && CachedMethods.Contains(method);

    /// <summary>Whether one of the policies takes this header to the origin, by its name or with all.</summary>
    public bool TakesHeader(string name) =>
        Cache.Headers.Takes(name, StringComparer.OrdinalIgnoreCase) || OriginRequest.Headers.Takes(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether one of the policies takes this cookie to the origin.</summary>
    public bool TakesCookie(string name) =>
        Cache.Cookies.Takes(name, StringComparer.OrdinalIgnoreCase) || OriginRequest.Cookies.Takes(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether one of the policies takes this query string parameter to the origin.</summary>
    public bool TakesQueryString(string name) =>
        Cache.QueryStrings.Takes(name, StringComparer.Ordinal) || OriginRequest.QueryStrings.Takes(name, StringComparer.Ordinal);
}
