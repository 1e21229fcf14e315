namespace Lexicon.Local.EventBridge.Schedules;

/// <summary>Reads schedule expressions (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html).</summary>
internal static class Schedule
{
    /// <summary>What EventBridge says of an expression that is not one.</summary>
    public const string Invalid = "Parameter ScheduleExpression is not valid.";

    /// <summary>Reads <c>rate(...)</c> or <c>cron(...)</c>; null: it is neither.</summary>
    public static ISchedule? Parse(string expression) =>
        Inside("rate", expression) is { } rate ? RateSchedule.Parse(rate)
        : Inside("cron", expression) is { } cron ? CronSchedule.Parse(cron)
        : null;

    private static string? Inside(string name, string expression) =>
        expression.StartsWith($"{name}(", StringComparison.Ordinal) && expression.EndsWith(')')
            ? expression[(name.Length + 1)..^1]
            : null;
}
