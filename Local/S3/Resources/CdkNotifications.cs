using System.Text.Json.Nodes;

namespace Lexicon.Local.S3.Resources;

/// <summary><c>NotificationConfiguration</c> of <c>Custom::S3BucketNotifications</c>.</summary>
internal sealed record CdkNotifications
{
    public JsonNode? EventBridgeConfiguration { get; init; }

    public IReadOnlyList<ToFunction> LambdaFunctionConfigurations { get; init; } = [];

    public IReadOnlyList<ToQueue> QueueConfigurations { get; init; } = [];

    public IReadOnlyList<ToTopic> TopicConfigurations { get; init; } = [];

    /// <summary>One of <c>LambdaFunctionConfigurations</c>.</summary>
    internal sealed record ToFunction
    {
        public required IReadOnlyList<string> Events { get; init; }

        public required string LambdaFunctionArn { get; init; }

        public NotificationKeys? Filter { get; init; }
    }

    /// <summary>One of <c>QueueConfigurations</c>.</summary>
    internal sealed record ToQueue
    {
        public required IReadOnlyList<string> Events { get; init; }

        public required string QueueArn { get; init; }

        public NotificationKeys? Filter { get; init; }
    }

    /// <summary>One of <c>TopicConfigurations</c>.</summary>
    internal sealed record ToTopic
    {
        public required IReadOnlyList<string> Events { get; init; }

        public required string TopicArn { get; init; }

        public NotificationKeys? Filter { get; init; }
    }

    /// <summary><c>Filter</c>.</summary>
    internal sealed record NotificationKeys
    {
        public required NotificationRules Key { get; init; }
    }

    /// <summary><c>Key</c>.</summary>
    internal sealed record NotificationRules
    {
        public required IReadOnlyList<NotificationRule> FilterRules { get; init; }
    }
}
