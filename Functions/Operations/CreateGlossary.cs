using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>Creates a glossary, once for each idempotency key.</summary>
internal sealed class CreateGlossary(GlossaryStore glossaries) : IOperation<CreateGlossary>
{
    public static CreateGlossary Create(Stores stores) => new(stores.Glossaries);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from reader in request.Reader
        from body in request.Body
        from once in request.Once(body)
        from content in body.As(ContractJson.Default.GlossaryRequest)
        from draft in GlossaryDraft.From(content)
        from glossary in glossaries.CreateAsync(reader, draft, once.Value, deadline)
        select Answers.Of(glossary, new Viewer(reader)).At($"/api/me/glossaries/{glossary.Id}");
}
