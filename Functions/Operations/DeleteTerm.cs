using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Images;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>Deletes a term, if it is the version that its owner read.</summary>
internal sealed class DeleteTerm(TermStore terms, IImageFiles files) : IOperation<DeleteTerm>
{
    public static DeleteTerm Create(Stores stores) => new(stores.Terms, stores.Images);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from reader in request.Reader
        from glossaryId in request.GlossaryId
        from termId in request.TermId
        from match in request.IfMatch
        from deleted in terms.DeleteAsync(reader, glossaryId, termId, match, deadline)
        from gone in files.DeleteImageOfAsync(deleted, deleted, deadline)
        select Answer.Empty;
}
