using Lexicon.Functions.Domain;
using Lexicon.Functions.Json;

namespace Lexicon.Functions.Http;

/// <summary>The answers that more than one operation gives.</summary>
internal static class Answers
{
    public static Answer Of(Glossary glossary, Viewer viewer) =>
        Answer.Of(Views.Of(glossary, viewer), ContractJson.Default.GlossaryResponse).WithVersion(glossary.Version);

    public static Answer Of(Page<Glossary> page, Viewer viewer, Paging paging) =>
        Answer.Of(Views.Of(page, viewer, paging), ContractJson.Default.GlossaryPage);

    public static Answer Of(Term term) => Answer.Of(Views.Of(term), ContractJson.Default.TermResponse).WithVersion(term.Version);

    public static Answer Of(Page<Term> page, Paging paging) => Answer.Of(Views.Of(page, paging), ContractJson.Default.TermPage);

    public static Answer Of(Review review) => Answer.Of(Views.Of(review), ContractJson.Default.ReviewResponse);

    public static Answer Of(IReadOnlyList<StudiedTerm> terms) => Answer.Of(Views.Of(terms), ContractJson.Default.DueTerms);
}
