using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>A term of one of the reader's own glossaries, private or public.</summary>
internal sealed class GetMyTerm(TermStore terms) : IOperation<GetMyTerm>
{
    public static GetMyTerm Create(Stores stores) => new(stores.Terms);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from reader in request.Reader
        from glossaryId in request.GlossaryId
        from termId in request.TermId
        from term in terms.GetAsync(new Viewer(reader), glossaryId, termId, deadline)
        select request.IfNoneMatch?.Accepts(term.Version) is true ? Answer.NotModified(term.Version) : Answers.Of(term);
}
