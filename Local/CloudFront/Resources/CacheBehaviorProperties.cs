using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>DefaultCacheBehavior</c>, or one of <c>CacheBehaviors</c>.</summary>
internal sealed record CacheBehaviorProperties
{
    public string? PathPattern { get; init; }

    public required string TargetOriginId { get; init; }

    public IReadOnlyList<string> AllowedMethods { get; init; } = ["GET", "HEAD"];

    public IReadOnlyList<string> CachedMethods { get; init; } = ["GET", "HEAD"];

    public required string CachePolicyId { get; init; }

    public string? OriginRequestPolicyId { get; init; }

    public string? ResponseHeadersPolicyId { get; init; }

    public bool Compress { get; init; }

    [Ignored("there is no TLS on loopback: http is answered where AWS would redirect or refuse it")]
    public string? ViewerProtocolPolicy { get; init; }

    [Ignored("real-time logs are not delivered")]
    public string? RealtimeLogConfigArn { get; init; }
}
