using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>What a reader is to study now, in one glossary or in all that they have begun.</summary>
internal sealed class ListDueTerms(DueLists due) : IOperation<ListDueTerms>
{
    public static ListDueTerms Create(Stores stores) => new(stores.Due);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from reader in request.Reader
        from limit in request.Limit
        from glossaryId in request.GlossaryToStudy
        from terms in due.ListAsync(reader, glossaryId, limit, deadline)
        select Answers.Of(terms);
}
