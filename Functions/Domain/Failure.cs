using Lexicon.Functions.Contract;

namespace Lexicon.Functions.Domain;

/// <summary>An expected failure, a value like any other.</summary>
/// <param name="Kind">What kind of failure.</param>
/// <param name="Detail">What is wrong this time, for people. It never repeats the input.</param>
internal sealed record Failure(FailureKind Kind, string Detail)
{
    /// <summary>With <see cref="FailureKind.InvalidContent"/>: what is wrong, member by member.</summary>
    public IReadOnlyList<MemberError>? Errors { get; init; }

    public static Failure GlossaryNotFound { get; } = new(FailureKind.NotFound, "There is no such glossary.");

    public static Failure TermNotFound { get; } = new(FailureKind.NotFound, "There is no such term.");

    public static Failure ReportNotFound { get; } = new(FailureKind.NotFound, "There is no such report.");

    public static Failure AlreadyDecided { get; } = new(
        FailureKind.AlreadyDecided, "The report was decided already, in another way or by somebody else. Nothing was changed now.");

    public static Failure StaleVersion { get; } = new(
        FailureKind.StaleVersion,
        "It was changed since it was read. Nothing was changed now: read it again and repeat the edit.");

    public static Failure InvalidCursor { get; } =
        new(FailureKind.InvalidCursor, "The cursor does not belong to this query. Start again without it.");

    public static Failure GlossaryFull { get; } =
        new(FailureKind.GlossaryFull, $"A glossary holds at most {Limits.TermsOfGlossary} terms.");

    public static Failure IdempotencyKeyReused { get; } = new(
        FailureKind.IdempotencyKeyReused, "This Idempotency-Key was used with another request in the last 24 hours.");

    public static Failure Busy { get; } = new(
        FailureKind.Busy, "The database could not take the request in time. It may be repeated as it is.");

    public static Failure DeletionUnfinished { get; } = new(
        FailureKind.DeletionUnfinished,
        "The glossary is gone from view, but some of its terms are not removed yet. Repeat the request.");

    public static Failure Unexpected { get; } =
        new(FailureKind.Unexpected, "Something went wrong here. The request id finds it in the log.");

    public static Failure InvalidContent(IReadOnlyList<MemberError> errors) =>
        new(FailureKind.InvalidContent, "The body breaks the rules that are listed.") { Errors = errors };
}
