using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>Adds a term to a glossary of the reader's, once for each idempotency key.</summary>
internal sealed class CreateTerm(TermStore terms) : IOperation<CreateTerm>
{
    public static CreateTerm Create(Stores stores) => new(stores.Terms);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from reader in request.Reader
        from glossaryId in request.GlossaryId
        from body in request.Body
        from once in request.Once(body)
        from content in body.As(ContractJson.Default.TermRequest)
        from draft in TermDraft.From(content)
        from term in terms.CreateAsync(reader, glossaryId, draft, once.Value, deadline)
        select Answers.Of(term).At($"/api/me/glossaries/{glossaryId}/terms/{term.Id}");
}
