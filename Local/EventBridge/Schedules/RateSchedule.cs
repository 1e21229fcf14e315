using System.Globalization;

namespace Lexicon.Local.EventBridge.Schedules;

/// <summary>
/// <c>rate(5 minutes)</c>
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html#eb-rate-expressions): of one the unit is
/// singular, of more plural.
/// </summary>
internal sealed class RateSchedule(TimeSpan period) : ISchedule
{
    // 365,000 days, by far more than anyone waits; what is larger cannot be added to a date.
    private const int Longest = 365_000;

    public DateTimeOffset? Next(DateTimeOffset after) => after + period;

    /// <summary>Reads what is in the parentheses; null: it is not a rate.</summary>
    public static RateSchedule? Parse(string rate)
    {
        if (rate.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var value, var unit]
            || !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is < 1 or > Longest
            || unit.EndsWith('s') != number > 1)
        {
            return null;
        }

        return unit.TrimEnd('s') switch
        {
            "minute" => new(TimeSpan.FromMinutes(number)),
            "hour" => new(TimeSpan.FromHours(number)),
            "day" => new(TimeSpan.FromDays(number)),
            _ => null,
        };
    }
}
