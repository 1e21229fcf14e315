namespace Lexicon.Functions.Domain;

/// <summary>A reader's report of a term.</summary>
internal sealed record Report
{
    public required Ulid Id { get; init; }

    public required string RequestId { get; init; }

    public required Ulid GlossaryId { get; init; }

    public required Ulid TermId { get; init; }

    public required string Reason { get; init; }

    public string? Remark { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    public Decision? Decision { get; init; }

    /// <summary>
    /// When it is forgotten. Not while nobody has decided it, nor while what it reported is hidden by it. Until then it is known again
    /// however often it is delivered: a queue keeps a message for 14 days at most.
    /// </summary>
    public DateTimeOffset? ExpiresAt =>
        Decision is { Draft.Hides: false } decision ? decision.DecidedAt + Limits.DecidedReport : null;
}
