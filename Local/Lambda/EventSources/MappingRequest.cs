using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Lambda.EventSources;

/// <summary>
/// What is honored of an event source mapping, as <c>AWS::Lambda::EventSourceMapping</c> and the API name it
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html and
/// https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html).
/// </summary>
internal sealed record MappingRequest
{
    public string? EventSourceArn { get; init; }

    public string? FunctionName { get; init; }

    public bool? Enabled { get; init; }

    public int? BatchSize { get; init; }

    public int? MaximumBatchingWindowInSeconds { get; init; }

    public Criteria? FilterCriteria { get; init; }

    public IReadOnlyList<string>? FunctionResponseTypes { get; init; }

    public string? StartingPosition { get; init; }

    public int? ParallelizationFactor { get; init; }

    public int? MaximumRetryAttempts { get; init; }

    public int? MaximumRecordAgeInSeconds { get; init; }

    public bool? BisectBatchOnFunctionError { get; init; }

    public Destinations? DestinationConfig { get; init; }

    public int? TumblingWindowInSeconds { get; init; }

    public Scaling? ScalingConfig { get; init; }

    [Ignored("nothing is encrypted here")]
    public string? KmsKeyArn { get; init; }

    [Ignored("there are no metrics here")]
    public JsonNode? MetricsConfig { get; init; }

    [Ignored("there are as many pollers as this machine has use for")]
    public JsonNode? ProvisionedPollerConfig { get; init; }

    [Ignored("tags are not seen here")]
    public JsonNode? Tags { get; init; }

    /// <summary>The filters.</summary>
    internal sealed record Criteria
    {
        public IReadOnlyList<Filter>? Filters { get; init; }
    }

    /// <summary>A filter: JSON as text.</summary>
    internal sealed record Filter
    {
        public string? Pattern { get; init; }
    }

    /// <summary>The destinations; streams have one for failures alone.</summary>
    internal sealed record Destinations
    {
        public Target? OnFailure { get; init; }
    }

    /// <summary>A destination.</summary>
    internal sealed record Target
    {
        public string? Destination { get; init; }
    }

    /// <summary>How many invocations there are at once.</summary>
    internal sealed record Scaling
    {
        public int? MaximumConcurrency { get; init; }
    }
}
