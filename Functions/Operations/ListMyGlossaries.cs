using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>The reader's own glossaries, newest first.</summary>
internal sealed class ListMyGlossaries(GlossaryStore glossaries) : IOperation<ListMyGlossaries>
{
    public static ListMyGlossaries Create(Stores stores) => new(stores.Glossaries);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from reader in request.Reader
        from paging in request.Page(reader)
        from page in glossaries.ListOwnedAsync(reader, paging.Request, deadline)
        select Answers.Of(page, new Viewer(reader), paging);
}
