using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.S3.Resources;

/// <summary>What is honored of <c>AWS::S3::Bucket</c>.</summary>
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

    [Ignored("no access log is delivered to a bucket here")]
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
