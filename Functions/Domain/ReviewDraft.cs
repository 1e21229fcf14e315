using Lexicon.Functions.Contract;

namespace Lexicon.Functions.Domain;

/// <summary>What a reader tells of one review, checked.</summary>
internal sealed record ReviewDraft(Ulid GlossaryId, Ulid TermId, int Quality)
{
    public static Result<ReviewDraft> From(ReviewRequest request)
    {
        var rules = new Rules();
        var draft = new ReviewDraft(
            rules.Id("/glossaryId", request.GlossaryId),
            rules.Id("/termId", request.TermId),
            rules.Number("/quality", request.Quality, Limits.WorstQuality, Limits.BestQuality));
        return rules.Check(draft);
    }
}
