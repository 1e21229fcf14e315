using System.Globalization;
using System.Text.RegularExpressions;
using Cronos;

namespace Lexicon.Local.EventBridge.Schedules;

/// <summary>
/// <c>cron(0 10 * * ? *)</c>
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html#eb-cron-expressions): Cronos reads the first
/// five fields; the sixth, the year, it does not know. EventBridge counts the days of the week from 1, Sunday.
/// </summary>
internal sealed partial class CronSchedule(CronExpression days, YearField years) : ISchedule
{
    private const string Any = "?";

    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var next = days.GetNextOccurrence(after, TimeZoneInfo.Utc);
        while (next is { } found && !years.Contains(found.Year))
        {
            next = years.FirstAfter(found.Year) is { } year
                ? days.GetNextOccurrence(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc, inclusive: true)
                : null;
        }

        return next;
    }

    /// <summary>Reads what is in the parentheses; null: it is not a cron expression.</summary>
    public static CronSchedule? Parse(string cron)
    {
        if (cron.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var minute, var hour, var day, var month, var weekday, var year]
            || (day == Any) == (weekday == Any)
            || YearField.Parse(year) is not { } years
            || WeekdayNumber().Matches(weekday).Any(number => number.Value is not (['1' or '2' or '3' or '4' or '5' or '6' or '7'])))
        {
            return null;
        }

        try
        {
            return new(CronExpression.Parse($"{minute} {hour} {day} {month} {Weekdays(weekday)}"), years);
        }
        catch (CronFormatException)
        {
            return null;
        }
    }

    // L alone is the last day of the week.
    private static string Weekdays(string field) => field == "L" ? "6" : WeekdayNumber().Replace(
        field, number => (int.Parse(number.Value, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture));

    // A number behind # says which of the month, one behind / every how many.
    [GeneratedRegex(@"(?<![#/\d])\d+")]
    private static partial Regex WeekdayNumber();
}
