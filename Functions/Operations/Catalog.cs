using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>The operations by name. Only the one that is named is made.</summary>
internal static class Catalog
{
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public static IOperation Named(string operation, Stores stores) => operation switch
    {
        nameof(ListGlossaries) => new ListGlossaries(stores.Glossaries),
        nameof(GetGlossary) => new GetGlossary(stores.Glossaries),
        nameof(ListTerms) => new ListTerms(stores.Lists),
        nameof(GetTerm) => new GetTerm(stores.Terms),
        nameof(ListMyGlossaries) => new ListMyGlossaries(stores.Glossaries),
        nameof(GetMyGlossary) => new GetMyGlossary(stores.Glossaries),
        nameof(ListMyTerms) => new ListMyTerms(stores.Lists),
        nameof(CreateGlossary) => new CreateGlossary(stores.Glossaries),
        nameof(UpdateGlossary) => new UpdateGlossary(stores.Glossaries),
        nameof(DeleteGlossary) => new DeleteGlossary(stores.Removal),
        nameof(CreateTerm) => new CreateTerm(stores.Terms),
        nameof(UpdateTerm) => new UpdateTerm(stores.Terms),
        nameof(DeleteTerm) => new DeleteTerm(stores.Terms),
        nameof(ListDueTerms) => new ListDueTerms(stores.Due),
        nameof(RecordReview) => new RecordReview(stores.Reviews),
        nameof(GetOpenApi) => new GetOpenApi(),
        _ => throw new ArgumentException($"No operation is named '{operation}'.", nameof(operation)),
    };
}
