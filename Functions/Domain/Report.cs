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
}
