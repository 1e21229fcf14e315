using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>All public glossaries, newest first.</summary>
internal sealed class ListGlossaries(GlossaryStore glossaries) : IOperation<ListGlossaries>
{
    public static ListGlossaries Create(Stores stores) => new(stores.Glossaries);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from paging in request.Page()
        from page in glossaries.ListPublicAsync(paging.Request, deadline)
        select Answers.Of(page, Viewer.Anyone, paging);
}
