using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary>What is honored of <c>AWS::CloudFront::Distribution</c>.</summary>
internal sealed record DistributionProperties
{
    public required Config DistributionConfig { get; init; }

    [Ignored("tags select nothing locally")]
    public JsonNode? Tags { get; init; }

    /// <summary><c>DistributionConfig</c>.</summary>
    internal sealed record Config
    {
        public required bool Enabled { get; init; }

        public required IReadOnlyList<Origin> Origins { get; init; }

        public required CacheBehavior DefaultCacheBehavior { get; init; }

        public IReadOnlyList<CacheBehavior> CacheBehaviors { get; init; } = [];

        public IReadOnlyList<CustomErrorResponse> CustomErrorResponses { get; init; } = [];

        public string DefaultRootObject { get; init; } = "";

        public IReadOnlyList<string> Aliases { get; init; } = [];

        [Ignored("a comment changes nothing")]
        public string? Comment { get; init; }

        [Ignored("there is no TLS on loopback, and HTTP/2 and 3 need it")]
        public string? HttpVersion { get; init; }

        [Ignored("the endpoint listens on loopback")]
        public bool IPV6Enabled { get; init; }

        [Ignored("no access log is delivered to a bucket here")]
        public JsonNode? Logging { get; init; }

        /// <summary>Which points of presence serve it.</summary>
        public string PriceClass { get; init; } = "PriceClass_All";

        /// <summary>Which countries are served.</summary>
        public Restrictions? Restrictions { get; init; }

        [Ignored("there is no TLS on loopback")]
        public JsonNode? ViewerCertificate { get; init; }

        /// <summary>The ARN of a web ACL.</summary>
        public string? WebACLId { get; init; }
    }

    /// <summary>One of <c>Origins</c>.</summary>
    internal sealed record Origin
    {
        public required string Id { get; init; }

        public required string DomainName { get; init; }

        public string OriginPath { get; init; } = "";

        public string? OriginAccessControlId { get; init; }

        public S3OriginConfig? S3OriginConfig { get; init; }

        public CustomOriginConfig? CustomOriginConfig { get; init; }

        public IReadOnlyList<OriginCustomHeader> OriginCustomHeaders { get; init; } = [];

        public int? ConnectionTimeout { get; init; }

        /// <summary>From 1 to 3.</summary>
        public int ConnectionAttempts { get; init; } = 3;

        [Ignored("the nearest regional edge cache is in front of the origin")]
        public JsonNode? OriginShield { get; init; }
    }

    /// <summary><c>S3OriginConfig</c>.</summary>
    internal sealed record S3OriginConfig
    {
        /// <summary>Empty with an origin access control; an identity is refused.</summary>
        public string OriginAccessIdentity { get; init; } = "";
    }

    /// <summary><c>CustomOriginConfig</c>.</summary>
    internal sealed record CustomOriginConfig
    {
        public double? OriginReadTimeout { get; init; }

        [Ignored("there is no TLS on loopback")]
        public string? OriginProtocolPolicy { get; init; }

        [Ignored("there is no TLS on loopback")]
        public IReadOnlyList<string>? OriginSSLProtocols { get; init; }

        /// <summary>The port of an origin on loopback; other origins have that of their local endpoint.</summary>
        public int? HTTPPort { get; init; }

        [Ignored("there is no TLS on loopback")]
        public int? HTTPSPort { get; init; }

        [Ignored("idle connections are kept for five seconds, CloudFront's default")]
        public int? OriginKeepaliveTimeout { get; init; }
    }

    /// <summary>One of <c>OriginCustomHeaders</c>.</summary>
    internal sealed record OriginCustomHeader(string HeaderName, string HeaderValue);

    /// <summary><c>DefaultCacheBehavior</c>, or one of <c>CacheBehaviors</c>.</summary>
    internal sealed record CacheBehavior
    {
        public string? PathPattern { get; init; }

        public required string TargetOriginId { get; init; }

        public IReadOnlyList<string> AllowedMethods { get; init; } = ["GET", "HEAD"];

        public IReadOnlyList<string> CachedMethods { get; init; } = ["GET", "HEAD"];

        public required string CachePolicyId { get; init; }

        public string? OriginRequestPolicyId { get; init; }

        public string? ResponseHeadersPolicyId { get; init; }

        public bool Compress { get; init; }

        /// <summary>Holds for whoever says that it came without TLS: there is none on loopback, and http is served.</summary>
        public string ViewerProtocolPolicy { get; init; } = "allow-all";

        /// <summary>At most one for each event.</summary>
        public IReadOnlyList<FunctionAssociation> FunctionAssociations { get; init; } = [];

        [Ignored("real-time logs are not delivered")]
        public string? RealtimeLogConfigArn { get; init; }
    }

    /// <summary>One of <c>FunctionAssociations</c>.</summary>
    internal sealed record FunctionAssociation
    {
        /// <summary><c>viewer-request</c> or <c>viewer-response</c>.</summary>
        public required string EventType { get; init; }

        public required string FunctionARN { get; init; }
    }

    /// <summary><c>Restrictions</c>.</summary>
    internal sealed record Restrictions(GeoRestriction GeoRestriction);

    /// <summary><c>GeoRestriction</c>.</summary>
    internal sealed record GeoRestriction
    {
        /// <summary><c>none</c>, <c>whitelist</c> or <c>blacklist</c>.</summary>
        public required string RestrictionType { get; init; }

        /// <summary>ISO 3166-1 alpha-2.</summary>
        public IReadOnlyList<string> Locations { get; init; } = [];
    }

    /// <summary>One of <c>CustomErrorResponses</c>.</summary>
    internal sealed record CustomErrorResponse
    {
        public required int ErrorCode { get; init; }

        public int? ResponseCode { get; init; }

        public string? ResponsePagePath { get; init; }

        public double ErrorCachingMinTTL { get; init; } = 10;
    }
}
