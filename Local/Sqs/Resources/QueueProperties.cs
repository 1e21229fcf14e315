using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Sqs.Resources;

/// <summary>What is honored of <c>AWS::SQS::Queue</c>.</summary>
internal sealed record QueueProperties
{
    public string? QueueName { get; init; }

    /// <summary>In seconds, as all times here.</summary>
    public int VisibilityTimeout { get; init; } = 30;

    public int MessageRetentionPeriod { get; init; } = 345_600;

    public int DelaySeconds { get; init; }

    public int ReceiveMessageWaitTimeSeconds { get; init; }

    /// <summary>In bytes.</summary>
    public int MaximumMessageSize { get; init; } = 1_048_576;

    public bool? FifoQueue { get; init; }

    public bool? ContentBasedDeduplication { get; init; }

    public string? DeduplicationScope { get; init; }

    /// <summary>A limit of AWS's own, which GetQueueAttributes returns.</summary>
    public string? FifoThroughputLimit { get; init; }

    public JsonNode? RedrivePolicy { get; init; }

    public JsonNode? RedriveAllowPolicy { get; init; }

    [Ignored("the data folder is as encrypted as the disk is; only its owner may open it")]
    public bool? SqsManagedSseEnabled { get; init; }

    [Ignored("the data folder is as encrypted as the disk is; only its owner may open it")]
    public string? KmsMasterKeyId { get; init; }

    [Ignored("the data folder is as encrypted as the disk is; only its owner may open it")]
    public int? KmsDataKeyReusePeriodSeconds { get; init; }

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    internal sealed record Tag(string Key, string Value);
}
