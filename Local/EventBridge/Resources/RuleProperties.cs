using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.EventBridge.Resources;

/// <summary>What is honored of <c>AWS::Events::Rule</c>.</summary>
internal sealed record RuleProperties
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? EventBusName { get; init; }

    public JsonNode? EventPattern { get; init; }

    public string? ScheduleExpression { get; init; }

    public string? State { get; init; }

    public IReadOnlyList<TargetProperties> Targets { get; init; } = [];

    [Ignored("tags select nothing locally")]
    public JsonNode? Tags { get; init; }

    /// <summary>One of <c>Targets</c>.</summary>
    internal sealed record TargetProperties
    {
        public required string Id { get; init; }

        public required string Arn { get; init; }

        public string? Input { get; init; }

        public string? InputPath { get; init; }

        public TransformerProperties? InputTransformer { get; init; }

        public SqsTargetProperties? SqsParameters { get; init; }

        public DeadLetterProperties? DeadLetterConfig { get; init; }

        public RetryProperties? RetryPolicy { get; init; }
    }

    /// <summary><c>InputTransformer</c>.</summary>
    internal sealed record TransformerProperties
    {
        public IReadOnlyDictionary<string, string> InputPathsMap { get; init; } = new Dictionary<string, string>();

        public required string InputTemplate { get; init; }
    }

    /// <summary><c>SqsParameters</c>.</summary>
    internal sealed record SqsTargetProperties
    {
        public required string MessageGroupId { get; init; }
    }

    /// <summary><c>DeadLetterConfig</c>.</summary>
    internal sealed record DeadLetterProperties
    {
        public string? Arn { get; init; }
    }

    /// <summary><c>RetryPolicy</c>.</summary>
    internal sealed record RetryProperties
    {
        public int? MaximumRetryAttempts { get; init; }

        public int? MaximumEventAgeInSeconds { get; init; }
    }
}
