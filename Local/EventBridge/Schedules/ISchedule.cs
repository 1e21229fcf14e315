namespace Lexicon.Local.EventBridge.Schedules;

/// <summary>When a rule is due.</summary>
internal interface ISchedule
{
    /// <summary>The first time after another one; null: never again.</summary>
    /// <param name="after">The last time, or when the schedule began.</param>
    DateTimeOffset? Next(DateTimeOffset after);
}
