using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>One of the reader's own glossaries, private or public.</summary>
internal sealed class GetMyGlossary(GlossaryStore glossaries) : IOperation<GetMyGlossary>
{
    public static GetMyGlossary Create(Stores stores) => new(stores.Glossaries);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from reader in request.Reader
        from id in request.GlossaryId
        from glossary in glossaries.GetAsync(new Viewer(reader), id, deadline)
        select Answers.Of(glossary, new Viewer(reader));
}
