using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>Replaces what its owner wrote of a glossary, if it is the version that they read.</summary>
internal sealed class UpdateGlossary(GlossaryStore glossaries) : IOperation<UpdateGlossary>
{
    public static UpdateGlossary Create(Stores stores) => new(stores.Glossaries);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from reader in request.Reader
        from id in request.GlossaryId
        from match in request.IfMatch
        from body in request.Body
        from content in body.As(ContractJson.Default.GlossaryRequest)
        from draft in GlossaryDraft.From(content)
        from glossary in glossaries.UpdateAsync(reader, id, match, draft, deadline)
        select Answers.Of(glossary, new Viewer(reader));
}
