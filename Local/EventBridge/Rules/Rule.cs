using Lexicon.Local.Aws.Patterns;
using Lexicon.Local.EventBridge.Schedules;
using Lexicon.Local.EventBridge.Targets;

namespace Lexicon.Local.EventBridge.Rules;

/// <summary>A rule: which events, or what times, and who is told.</summary>
internal sealed record Rule
{
    /// <summary>Its name, unique on its bus.</summary>
    public required string Name { get; init; }

    /// <summary>The name of its bus.</summary>
    public required string Bus { get; init; }

    /// <summary>What a person wrote about it.</summary>
    public string? Description { get; init; }

    /// <summary>Such as <c>ENABLED</c>.</summary>
    public required string State { get; init; }

    /// <summary>The events that it is for, as text; null: it has a schedule.</summary>
    public string? EventPattern { get; init; }

    /// <summary>The same, read.</summary>
    public EventPattern? Pattern { get; init; }

    /// <summary>Its schedule as text; null: it has none.</summary>
    public string? ScheduleExpression { get; init; }

    /// <summary>The same, read.</summary>
    public ISchedule? Schedule { get; init; }

    /// <summary>Who gets the events.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>Whether it does anything.</summary>
    public bool IsEnabled => State != RuleState.Disabled;

    /// <summary>Its ARN; that of a rule of another bus than the default one has the bus in it.</summary>
    public string Arn => ArnOf(Bus, Name);

    /// <summary>The ARN of a rule.</summary>
    public static string ArnOf(string bus, string name) =>
        Account.Arn("events", bus == EventBuses.Default ? $"rule/{name}" : $"rule/{bus}/{name}");
}
