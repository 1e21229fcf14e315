using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>CachePolicyConfig</c>.</summary>
internal sealed record CachePolicyConfig
{
    public required double MinTTL { get; init; }

    public required double DefaultTTL { get; init; }

    public required double MaxTTL { get; init; }

    public required CacheKeyParameters ParametersInCacheKeyAndForwardedToOrigin { get; init; }

    [Ignored("policies are found by id")]
    public string? Name { get; init; }

    [Ignored("says nothing to a machine")]
    public string? Comment { get; init; }
}
