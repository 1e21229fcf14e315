using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>A public glossary.</summary>
internal sealed class GetGlossary(GlossaryStore glossaries) : IOperation<GetGlossary>
{
    public static GetGlossary Create(Stores stores) => new(stores.Glossaries);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from id in request.GlossaryId
        from glossary in glossaries.GetAsync(Viewer.Anyone, id, deadline)
        select Answers.Of(glossary, Viewer.Anyone);
}
