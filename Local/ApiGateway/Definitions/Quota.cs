using System.Globalization;

namespace Lexicon.Local.ApiGateway.Definitions;

/// <summary>The requests of a key in a day, week or month of UTC.</summary>
/// <param name="Limit">How many.</param>
/// <param name="Period"><c>DAY</c>, <c>WEEK</c> or <c>MONTH</c>.</param>
internal sealed record Quota(int Limit, string Period)
{
    /// <summary>A name of the period that a time is in.</summary>
    public string PeriodOf(DateTimeOffset time) => Period switch
    {
        "MONTH" => time.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        "WEEK" => $"{ISOWeek.GetYear(time.UtcDateTime)}-W{ISOWeek.GetWeekOfYear(time.UtcDateTime)}",
        _ => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
