using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>DistributionConfig</c>.</summary>
internal sealed record DistributionConfig
{
    public required bool Enabled { get; init; }

    public required IReadOnlyList<OriginProperties> Origins { get; init; }

    public required CacheBehaviorProperties DefaultCacheBehavior { get; init; }

    public IReadOnlyList<CacheBehaviorProperties> CacheBehaviors { get; init; } = [];

    public IReadOnlyList<ErrorResponseProperties> CustomErrorResponses { get; init; } = [];

    public string DefaultRootObject { get; init; } = "";

    public IReadOnlyList<string> Aliases { get; init; } = [];

    [Ignored("says nothing to a machine")]
    public string? Comment { get; init; }

    [Ignored("there is no TLS on loopback, and HTTP/2 and 3 need it")]
    public string? HttpVersion { get; init; }

    [Ignored("the endpoint listens on loopback")]
    public bool IPV6Enabled { get; init; }

    [Ignored("no access log is delivered to a bucket here")]
    public JsonNode? Logging { get; init; }

    [Ignored("there is one point of presence, on this machine")]
    public string? PriceClass { get; init; }

    [Ignored("every viewer is on this machine, which is in no country")]
    public JsonNode? Restrictions { get; init; }

    [Ignored("there is no TLS on loopback")]
    public JsonNode? ViewerCertificate { get; init; }

    /// <summary>The ARN of a web ACL.</summary>
    public string? WebACLId { get; init; }
}
