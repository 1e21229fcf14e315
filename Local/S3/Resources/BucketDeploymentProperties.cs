using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.S3.Resources;

/// <summary>What is honored of <c>Custom::CDKBucketDeployment</c>, with the defaults of its provider function.</summary>
internal sealed record BucketDeploymentProperties
{
    public required IReadOnlyList<string> SourceBucketNames { get; init; }

    public required IReadOnlyList<string> SourceObjectKeys { get; init; }

    /// <summary>
    /// For each source what its files' markers stand for: values that are known only when a stack is deployed. The last sources may
    /// have none.
    /// </summary>
    public IReadOnlyList<IReadOnlyDictionary<string, JsonNode>> SourceMarkers { get; init; } = [];

    /// <summary>For each source how those are written. The last sources may have none.</summary>
    public IReadOnlyList<MarkerSettings> SourceMarkersConfig { get; init; } = [];

    public required string DestinationBucketName { get; init; }

    public string DestinationBucketKeyPrefix { get; init; } = "";

    public string? DestinationBucketArn { get; init; }

    public bool Prune { get; init; } = true;

    public bool Extract { get; init; } = true;

    public IReadOnlyList<string> Exclude { get; init; } = [];

    public IReadOnlyList<string> Include { get; init; } = [];

    public IReadOnlyDictionary<string, string> SystemMetadata { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> UserMetadata { get; init; } = new Dictionary<string, string>();

    [Ignored("the provider function is replaced")]
    public string? ServiceToken { get; init; }

    [Ignored("the caches of the local points of presence are empty when deployments run")]
    public string? DistributionId { get; init; }

    [Ignored("the caches of the local points of presence are empty when deployments run")]
    public IReadOnlyList<string>? DistributionPaths { get; init; }

    [Ignored("there is no invalidation to wait for")]
    public bool WaitForDistributionInvalidation { get; init; }

    [Ignored("nothing deletes a local stack")]
    public bool RetainOnDelete { get; init; }

    [Ignored("files are copied within this process")]
    public bool SignContent { get; init; }

    [Ignored("no output names the source objects")]
    public bool OutputObjectKeys { get; init; }

    /// <summary>How the values of one source's markers are written into its files.</summary>
    internal sealed record MarkerSettings
    {
        /// <summary>Whether a marker without an encoding of its own stands within quotes in JSON.</summary>
        [JsonPropertyName("jsonEscape")]
        public bool JsonEscape { get; init; }

        /// <summary>The encoding of a marker, by the marker.</summary>
        [JsonPropertyName("markerEncodings")]
        public IReadOnlyDictionary<string, string> MarkerEncodings { get; init; } = new Dictionary<string, string>();
    }
}
