using System.Globalization;

namespace Lexicon.Local.EventBridge.Schedules;

/// <summary>The sixth field of a cron expression: years from 1970 to 2199, with <c>*</c>, lists, ranges and steps.</summary>
internal sealed class YearField(IReadOnlyList<int> years)
{
    private const int First = 1970;
    private const int Last = 2199;

    /// <summary>Whether it has a year.</summary>
    public bool Contains(int year) => years.Contains(year);

    /// <summary>Its first year after another one; null: there is none.</summary>
    public int? FirstAfter(int year) => years.Where(one => one > year).Select(one => (int?)one).Min();

    /// <summary>Reads a field; null: it is not valid.</summary>
    public static YearField? Parse(string field)
    {
        var years = new SortedSet<int>();
        foreach (var part in field.Split(','))
        {
            if (Read(part) is not { } some)
            {
                return null;
            }

            years.UnionWith(some);
        }

        return new([.. years]);
    }

    private static IEnumerable<int>? Read(string part)
    {
        var (range, step) = part.Split('/') switch
        {
            [var all] => (all, (int?)1),
            [var some, var by] => (some, Number(by)),
            _ => ("", null),
        };
        var (from, to) = range.Split('-') switch
        {
            ["*"] => (First, Last),
            [var one] => (Number(one), part.Contains('/') ? Last : Number(one)),
            [var one, var other] => (Number(one), Number(other)),
            _ => (null, (int?)null),
        };
        return from is >= First && to is <= Last && from <= to && step is > 0
            ? Enumerable.Range(from.Value, to.Value - from.Value + 1).Where(year => (year - from.Value) % step.Value == 0)
            : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
