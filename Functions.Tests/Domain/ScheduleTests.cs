using FsCheck;
using FsCheck.Fluent;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Tests.Domain;

/// <summary>SM-2 as it was published: https://super-memory.com/english/ol/sm2.htm.</summary>
public sealed class ScheduleTests
{
    private static readonly Arbitrary<int[]> Qualities = Gen.Choose(0, 5).ArrayOf().ToArbitrary();

    [Fact]
    public void AlwaysPerfect_GrowsByAnEasinessThatGrows()
    {
        var schedules = After([5, 5, 5, 5, 5]);

        Assert.Equal([1, 6, 17, 50, 150], schedules.Select(schedule => schedule.IntervalDays));
        Assert.Equal([260, 270, 280, 290, 300], schedules.Select(schedule => schedule.Easiness));
        Assert.Equal([1, 2, 3, 4, 5], schedules.Select(schedule => schedule.Repetitions));
    }

    [Theory]
    [InlineData(5, 260)]
    [InlineData(4, 250)]
    [InlineData(3, 236)]
    [InlineData(2, 250)]
    [InlineData(1, 250)]
    [InlineData(0, 250)]
    public void Easiness_AfterOneReview_IsThatOfTheFormula_AndUnchangedWhenTheTermWasNotKnown(int quality, int easiness) =>
        Assert.Equal(easiness, Schedule.New.After(quality).Easiness);

    [Fact]
    public void NotKnown_StartsAgainFromTheFirstInterval_WithTheEasinessReached() => Assert.Equal(
        [new(1, 250, 1), new(2, 250, 6), new(3, 250, 15), new(0, 250, 1), new(1, 250, 1), new(2, 250, 6)],
        After([4, 4, 4, 2, 4, 4]));

    [Fact]
    public void AFractionOfADay_IsRoundedUp() =>
        Assert.Equal(15, new Schedule(2, 236, 6).After(4).IntervalDays);

    [Fact]
    public void AnySchedule_StaysWithinItsBounds() => Prop.ForAll(Qualities, qualities => After(qualities).All(schedule =>
        schedule.Easiness >= 130
        && schedule.IntervalDays is >= 1 and <= Limits.IntervalDays
        && schedule.Repetitions >= 0)).QuickCheckThrowOnFailure();

    [Fact]
    public void AnySchedule_EqualsTheOneOfThePublishedFormulaInDecimals() => Prop.ForAll(Qualities, qualities =>
    {
        var (easiness, interval, repetitions) = (2.5m, 0m, 0);
        foreach (var quality in qualities)
        {
            if (quality < 3)
            {
                (interval, repetitions) = (1, 0);
                continue;
            }

            easiness = Math.Max(1.3m, easiness + (0.1m - ((5 - quality) * (0.08m + ((5 - quality) * 0.02m)))));
            repetitions++;
            interval = repetitions is 1 ? 1 : repetitions is 2 ? 6 : Math.Min(36_500, Math.Ceiling(interval * easiness));
        }

        var last = After(qualities).LastOrDefault(Schedule.New);
        return (last.Easiness / 100m, last.IntervalDays, last.Repetitions) == (easiness, interval, repetitions);
    }).QuickCheckThrowOnFailure();

    private static List<Schedule> After(IEnumerable<int> qualities)
    {
        List<Schedule> schedules = [];
        foreach (var quality in qualities)
        {
            schedules.Add((schedules is [.., var last] ? last : Schedule.New).After(quality));
        }

        return schedules;
    }
}
