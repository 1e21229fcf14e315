using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.S3.Resources;

/// <summary>What is honored of <c>AWS::S3::Bucket</c>.</summary>
internal sealed record BucketProperties
{
    public string? BucketName { get; init; }

    public BucketCors? CorsConfiguration { get; init; }

    public PublicAccessBlock? PublicAccessBlockConfiguration { get; init; }

    [Ignored("access control lists are refused for every bucket, as with BucketOwnerEnforced")]
    public JsonNode? OwnershipControls { get; init; }

    public BucketNotifications? NotificationConfiguration { get; init; }

    [Ignored("one version of each object is kept locally; what is overwritten or deleted is gone")]
    public JsonNode? VersioningConfiguration { get; init; }

    [Ignored("nothing is encrypted below the data folder; responses say AES256, S3's default")]
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

    /// <summary><c>CorsConfiguration</c>.</summary>
    internal sealed record BucketCors
    {
        public required IReadOnlyList<CorsRule> CorsRules { get; init; }
    }

    /// <summary>
    /// <c>PublicAccessBlockConfiguration</c>. A bucket whose template does not have it is new, and since April 2023 a new bucket has
    /// all four (https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html); one whose template has it has what it
    /// says.
    /// </summary>
    internal sealed record PublicAccessBlock
    {
        /// <summary>Whether nobody gets in without a principal of the account or of a service.</summary>
        public bool RestrictPublicBuckets { get; init; }

        /// <summary>Whether a policy that lets everyone in is refused.</summary>
        public bool BlockPublicPolicy { get; init; }

        [Ignored("access control lists grant nothing locally")]
        public bool BlockPublicAcls { get; init; }

        [Ignored("access control lists grant nothing locally")]
        public bool IgnorePublicAcls { get; init; }
    }
}
