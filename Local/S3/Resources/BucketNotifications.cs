namespace Lexicon.Local.S3.Resources;

/// <summary><c>NotificationConfiguration</c> of a bucket.</summary>
internal sealed record BucketNotifications
{
    public ToEventBridge? EventBridgeConfiguration { get; init; }

    public IReadOnlyList<ToFunction> LambdaConfigurations { get; init; } = [];

    public IReadOnlyList<ToQueue> QueueConfigurations { get; init; } = [];

    public IReadOnlyList<ToTopic> TopicConfigurations { get; init; } = [];

    /// <summary><c>EventBridgeConfiguration</c>, which says yes if it is there at all.</summary>
    internal sealed record ToEventBridge
    {
        public bool EventBridgeEnabled { get; init; } = true;
    }

    /// <summary>One of <c>LambdaConfigurations</c>.</summary>
    internal sealed record ToFunction
    {
        public required string Event { get; init; }

        public required string Function { get; init; }

        public NotificationKeys? Filter { get; init; }
    }

    /// <summary>One of <c>QueueConfigurations</c>.</summary>
    internal sealed record ToQueue
    {
        public required string Event { get; init; }

        public required string Queue { get; init; }

        public NotificationKeys? Filter { get; init; }
    }

    /// <summary>One of <c>TopicConfigurations</c>.</summary>
    internal sealed record ToTopic
    {
        public required string Event { get; init; }

        public required string Topic { get; init; }

        public NotificationKeys? Filter { get; init; }
    }

    /// <summary><c>Filter</c>.</summary>
    internal sealed record NotificationKeys
    {
        public required NotificationRules S3Key { get; init; }
    }

    /// <summary><c>S3Key</c>.</summary>
    internal sealed record NotificationRules
    {
        public required IReadOnlyList<NotificationRule> Rules { get; init; }
    }
}
