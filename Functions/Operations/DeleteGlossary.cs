using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>Deletes a glossary with all its terms, if it is the version that its owner read.</summary>
internal sealed class DeleteGlossary(GlossaryRemoval removal) : IOperation<DeleteGlossary>
{
    public static DeleteGlossary Create(Stores stores) => new(stores.Removal);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from reader in request.Reader
        from id in request.GlossaryId
        from match in request.IfMatch
        from deleted in removal.DeleteAsync(reader, id, match, deadline)
        select Answer.Empty;
}
