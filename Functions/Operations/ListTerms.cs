using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>The terms of a public glossary, by name.</summary>
internal sealed class ListTerms(TermLists terms) : IOperation<ListTerms>
{
    public static ListTerms Create(Stores stores) => new(stores.Lists);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from id in request.GlossaryId
        from filter in request.TermFilter
        from paging in request.Page(id.ToString(), filter.Prefix, filter.Tag)
        from page in terms.ListAsync(Viewer.Anyone, id, filter, paging.Request, deadline)
        select Answers.Of(page, paging);
}
