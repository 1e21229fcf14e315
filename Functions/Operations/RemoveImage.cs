using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Images;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>Takes the image from a term, if it is the version that its owner read.</summary>
internal sealed class RemoveImage(TermStore terms, IImageFiles files) : IOperation<RemoveImage>
{
    public static RemoveImage Create(Stores stores) => new(stores.Terms, stores.Images);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from reader in request.Reader
        from glossaryId in request.GlossaryId
        from termId in request.TermId
        from match in request.IfMatch
        from change in terms.RemoveImageAsync(reader, glossaryId, termId, match, deadline)
        from term in files.DeleteImageOfAsync(change.Before, change.After, deadline)
        select Answers.Of(term);
}
