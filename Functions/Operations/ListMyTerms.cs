using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>The terms of one of the reader's own glossaries, by name.</summary>
internal sealed class ListMyTerms(TermLists terms) : IOperation<ListMyTerms>
{
    public static ListMyTerms Create(Stores stores) => new(stores.Lists);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from reader in request.Reader
        from id in request.GlossaryId
        from filter in request.TermFilter
        from paging in request.Page(id.ToString(), filter.Prefix, filter.Tag)
        from page in terms.ListAsync(new Viewer(reader), id, filter, paging.Request, deadline)
        select Answers.Of(page, paging);
}
