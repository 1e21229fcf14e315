namespace Lexicon.Functions.Contract;

/// <summary>What a reader's reviews of a term have come to: when it is due again.</summary>
public sealed record ReviewResponse
{
    /// <summary>The glossary.</summary>
    public required string GlossaryId { get; init; }

    /// <summary>The term.</summary>
    public required string TermId { get; init; }

    /// <summary>How well it was known the last time, 0 to 5.</summary>
    public required int Quality { get; init; }

    /// <summary>How often in a row it was known, with a quality of 3 or better.</summary>
    public required int Repetitions { get; init; }

    /// <summary>SM-2's E-Factor: by how much the interval grows, 1.3 or more.</summary>
    public required decimal Easiness { get; init; }

    /// <summary>The days from the last review to the next.</summary>
    public required int IntervalDays { get; init; }

    /// <summary>When it is due again, UTC.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>When it was last reviewed, UTC.</summary>
    public required DateTime ReviewedAt { get; init; }

    /// <summary>Counts the reviews of this term, from 1.</summary>
    public required long Version { get; init; }
}
