namespace Lexicon.Local.EventBridge.Targets;

/// <summary>Who gets the events of a rule (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html).</summary>
internal sealed record Target
{
    /// <summary>Its name within the rule.</summary>
    public required string Id { get; init; }

    /// <summary>The function, queue or topic.</summary>
    public required string Arn { get; init; }

    /// <summary>What it gets of an event.</summary>
    public required ITargetInput Input { get; init; }

    /// <summary>The message group, for a FIFO queue.</summary>
    public string? MessageGroupId { get; init; }

    /// <summary>The queue for what could not be delivered; null: that is lost.</summary>
    public string? DeadLetterQueue { get; init; }

    /// <summary>How often delivery is tried again.</summary>
    public int MaximumRetryAttempts { get; init; } = 185;

    /// <summary>How old an event may become before it is tried no more.</summary>
    public TimeSpan MaximumEventAge { get; init; } = TimeSpan.FromDays(1);
}
