using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>Replaces what its owner wrote of a term, if it is the version that they read.</summary>
internal sealed class UpdateTerm(TermStore terms) : IOperation<UpdateTerm>
{
    public static UpdateTerm Create(Stores stores) => new(stores.Terms);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from reader in request.Reader
        from glossaryId in request.GlossaryId
        from termId in request.TermId
        from match in request.IfMatch
        from body in request.Body
        from content in body.As(ContractJson.Default.TermRequest)
        from draft in TermDraft.From(content)
        from term in terms.UpdateAsync(reader, glossaryId, termId, match, draft, deadline)
        select Answers.Of(term);
}
