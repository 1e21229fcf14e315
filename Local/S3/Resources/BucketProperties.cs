using System.Text.Json.Nodes;
using Lexicon.Local.Assembly;

namespace Lexicon.Local.S3;

/// <summary>What is honoured of <c>AWS::S3::Bucket</c>.</summary>
internal sealed record BucketProperties
{
    public string? BucketName { get; init; }

    public CorsConfigurationProperties? CorsConfiguration { get; init; }

    public PublicAccessBlockProperties? PublicAccessBlockConfiguration { get; init; }

    public OwnershipControlsProperties? OwnershipControls { get; init; }

    [Ignored("one version of each object is kept locally; what is overwritten or deleted is gone")]
    public JsonNode? VersioningConfiguration { get; init; }

    [Ignored("nothing is encrypted below the data folder; answers say AES256, S3's default")]
    public JsonNode? BucketEncryption { get; init; }

    [Ignored("objects stay until they are deleted; a laptop has no storage classes")]
    public JsonNode? LifecycleConfiguration { get; init; }

    [Ignored("no access log is delivered; the log of the runner shows requests")]
    public JsonNode? LoggingConfiguration { get; init; }

    [Ignored("access control lists grant nothing locally; policies decide")]
    public string? AccessControl { get; init; }

    [Ignored("request metrics are not kept for buckets")]
    public JsonNode? MetricsConfigurations { get; init; }

    [Ignored("there are no storage classes to move objects between")]
    public JsonNode? IntelligentTieringConfigurations { get; init; }

    [Ignored("no inventory is delivered")]
    public JsonNode? InventoryConfigurations { get; init; }

    [Ignored("tags select nothing locally")]
    public JsonNode? Tags { get; init; }
}

/// <summary><c>CorsConfiguration</c>.</summary>
internal sealed record CorsConfigurationProperties
{
    public required IReadOnlyList<CorsRule> CorsRules { get; init; }
}

/// <summary><c>PublicAccessBlockConfiguration</c>.</summary>
internal sealed record PublicAccessBlockProperties
{
    /// <summary>Whether nobody gets in without a principal of the account or of a service.</summary>
    public bool RestrictPublicBuckets { get; init; }

    [Ignored("access control lists grant nothing locally")]
    public bool BlockPublicAcls { get; init; }

    [Ignored("access control lists grant nothing locally")]
    public bool IgnorePublicAcls { get; init; }

    [Ignored("the template is the only writer of bucket policies here; AWS checks them when it deploys")]
    public bool BlockPublicPolicy { get; init; }
}

/// <summary><c>OwnershipControls</c>.</summary>
internal sealed record OwnershipControlsProperties
{
    [Ignored("access control lists are refused for every bucket, as with BucketOwnerEnforced")]
    public JsonNode? Rules { get; init; }
}
