using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>A term of a public glossary.</summary>
internal sealed class GetTerm(TermStore terms) : IOperation<GetTerm>
{
    public static GetTerm Create(Stores stores) => new(stores.Terms);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from glossaryId in request.GlossaryId
        from termId in request.TermId
        from term in terms.GetAsync(Viewer.Anyone, glossaryId, termId, deadline)
        select request.IfNoneMatch?.Accepts(term.Version) is true ? Answer.NotModified(term.Version) : Answers.Of(term);
}
