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
    /// When it is forgotten; null while nobody has decided it, and while it hides a term, which can be shown again. Until then it is known
    /// again however often it is delivered: a queue keeps a message for 14 days at most.
    /// </summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Decides it.</summary>
    /// <param name="decision">How.</param>
    /// <param name="hidesTerm">Whether a term is hidden by it from now on.</param>
    public Report Decided(Decision decision, bool hidesTerm) =>
        this with { Decision = decision, ExpiresAt = hidesTerm ? null : decision.DecidedAt + Limits.DecidedReport };
}
