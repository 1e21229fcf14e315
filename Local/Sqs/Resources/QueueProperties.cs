using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Sqs.Resources;

/// <summary>What is honored of <c>AWS::SQS::Queue</c>; FIFO queues and redrive policies are not.</summary>
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

    [Ignored("the data folder is as encrypted as the disk is; only its owner may open it")]
    public bool SqsManagedSseEnabled { get; init; }

    [Ignored("the data folder is as encrypted as the disk is; only its owner may open it")]
    public string? KmsMasterKeyId { get; init; }

    [Ignored("the data folder is as encrypted as the disk is; only its owner may open it")]
    public int? KmsDataKeyReusePeriodSeconds { get; init; }

    [Ignored("no queue here moves its messages to another one")]
    public JsonNode? RedriveAllowPolicy { get; init; }

    [Ignored("tags sort a bill")]
    public JsonNode? Tags { get; init; }
}
