namespace Lexicon.Functions.Domain;

/// <summary>What one reader's reviews of a term have come to.</summary>
internal sealed record Review
{
    public required string Reader { get; init; }

    public required Ulid GlossaryId { get; init; }

    public required Ulid TermId { get; init; }

    /// <summary>How well it was known the last time.</summary>
    public required int Quality { get; init; }

    public required Schedule Schedule { get; init; }

    /// <summary>Counts the reviews.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset ReviewedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The next one, after an earlier one or none.</summary>
    public static Review Of(string reader, ReviewDraft draft, Review? earlier, DateTimeOffset now)
    {
        var schedule = (earlier?.Schedule ?? Schedule.New).After(draft.Quality);
        return new()
        {
            Reader = reader,
            GlossaryId = draft.GlossaryId,
            TermId = draft.TermId,
            Quality = draft.Quality,
            Schedule = schedule,
            Version = (earlier?.Version ?? 0) + 1,
            ReviewedAt = now,
            DueAt = now.AddDays(schedule.IntervalDays),
        };
    }
}
