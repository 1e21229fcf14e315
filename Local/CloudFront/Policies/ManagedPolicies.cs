namespace Lexicon.Local.CloudFront.Policies;

/// <summary>
/// The managed policies by their documented ids
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html,
/// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html,
/// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html).
/// </summary>
internal static class ManagedPolicies
{
    private static readonly Selection OverridableMethodHeaders =
        Selection.Only("Host", "Origin", "X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

    // TLS is in these policies, too, which a viewer on loopback does not have.
    private static readonly IReadOnlyList<string> ViewerHeaders = [.. Pipeline.ViewerHeaders.Known];

    private static readonly ResponseHeadersPolicy.CorsPolicy AnyOrigin = new() { Origins = ["*"] };

    private static readonly ResponseHeadersPolicy.CorsPolicy AnyOriginWithPreflight = AnyOrigin with
    {
        Methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"],
        ExposedHeaders = ["*"],
    };

    private static readonly ResponseHeadersPolicy.Header[] SecurityHeaders =
    [
        new("Referrer-Policy", "strict-origin-when-cross-origin", Override: false),
        new("Strict-Transport-Security", "max-age=31536000", Override: false),
        new("X-Content-Type-Options", "nosniff", Override: true),
        new("X-Frame-Options", "SAMEORIGIN", Override: false),
        new("X-XSS-Protection", "1; mode=block", Override: false),
    ];

    public static IReadOnlyDictionary<string, CachePolicy> Cache { get; } = new Dictionary<string, CachePolicy>
    {
        // CachingOptimized.
        ["658327ea-f89d-4fab-a63d-7e88639e58f6"] = new() { MinTtl = TimeSpan.FromSeconds(1), Gzip = true, Brotli = true },

        // CachingOptimizedForUncompressedObjects.
        ["b2884449-e4de-46a7-ac36-70bc7f1ddd6d"] = new() { MinTtl = TimeSpan.FromSeconds(1) },

        // CachingDisabled.
        ["4135ea2d-6df8-44a3-9df3-4b5a84be39ad"] = new() { DefaultTtl = TimeSpan.Zero, MaxTtl = TimeSpan.Zero },

        // UseOriginCacheControlHeaders.
        ["83da9c7e-98b4-4e11-a168-04f0df8e2c65"] = new()
        {
            DefaultTtl = TimeSpan.Zero,
            Headers = OverridableMethodHeaders,
            Cookies = Selection.All,
            Gzip = true,
            Brotli = true,
        },

        // UseOriginCacheControlHeaders-QueryStrings.
        ["4cc15a8a-d715-48a4-82b8-cc0b614638fe"] = new()
        {
            DefaultTtl = TimeSpan.Zero,
            Headers = OverridableMethodHeaders,
            Cookies = Selection.All,
            QueryStrings = Selection.All,
            Gzip = true,
            Brotli = true,
        },

        // Elemental-MediaPackage.
        ["08627262-05a9-4f76-9ded-b50ca2e3a84f"] = new()
        {
            Headers = Selection.Only("Origin"),
            QueryStrings = Selection.Only("aws.manifestfilter", "start", "end", "m"),
            Gzip = true,
        },
    };

    public static IReadOnlyDictionary<string, OriginRequestPolicy> OriginRequest { get; } =
        new Dictionary<string, OriginRequestPolicy>
        {
            // AllViewer.
            ["216adef6-5c7f-47e4-b989-5492eafa07d3"] = Everything(Selection.All),

            // AllViewerAndCloudFrontHeaders-2022-06.
            ["33f36d7e-f396-46d9-90e0-52428a34d9dc"] = Everything(Selection.All) with { CloudFrontHeaders = ViewerHeaders },

            // AllViewerExceptHostHeader.
            ["b689b0a8-53d0-40ab-baf2-68738e2966ac"] =
                Everything(Selection.AllExcept("Host")) with { CloudFrontHeaders = ViewerHeaders },

            // CORS-CustomOrigin.
            ["59781a5b-3903-41f3-afcb-af62929ccde1"] = new() { Headers = Selection.Only("Origin") },

            // CORS-S3Origin.
            ["88a5eaf4-2fd4-4709-b370-b4c650ea3fcf"] = new()
            {
                Headers = Selection.Only("Origin", "Access-Control-Request-Headers", "Access-Control-Request-Method"),
            },

            // HostHeaderOnly.
            ["bf0718e1-ba1e-49d1-88b1-f726733018ae"] = new() { Headers = Selection.Only("Host") },

            // UserAgentRefererHeaders.
            ["acba4595-bd28-49b8-b9fe-13317c0390fa"] = new() { Headers = Selection.Only("User-Agent", "Referer") },
        };

    public static IReadOnlyDictionary<string, ResponseHeadersPolicy> ResponseHeaders { get; } =
        new Dictionary<string, ResponseHeadersPolicy>
        {
            // SimpleCORS.
            ["60669652-455b-4ae9-85a4-c4c02393f86c"] = new() { Cors = AnyOrigin },

            // CORS-With-Preflight.
            ["5cc3b908-e619-4b99-88e5-2cf7f45965bd"] = new() { Cors = AnyOriginWithPreflight },

            // SecurityHeadersPolicy.
            ["67f7725c-6f97-4210-82d7-5512b31e9d03"] = new() { Added = SecurityHeaders },

            // CORS-and-SecurityHeadersPolicy.
            ["e61eb60c-9c35-4d20-a928-2b84e02af89c"] = new() { Cors = AnyOrigin, Added = SecurityHeaders },

            // CORS-with-preflight-and-SecurityHeadersPolicy.
            ["eaab4381-ed33-4a86-88ca-d9558dc6cd63"] = new() { Cors = AnyOriginWithPreflight, Added = SecurityHeaders },
        };

    private static OriginRequestPolicy Everything(Selection headers) =>
        new() { Headers = headers, Cookies = Selection.All, QueryStrings = Selection.All };
}
