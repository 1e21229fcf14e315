using Lexicon.Functions.Http;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>The operations by name. Only the one that is named is made, and the stores only if it needs one.</summary>
internal static class Catalog
{
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public static IOperation Named(string operation, Lazy<Stores> stores) => operation switch
    {
        nameof(ListGlossaries) => new ListGlossaries(stores.Value.Glossaries),
        nameof(GetGlossary) => new GetGlossary(stores.Value.Glossaries),
        nameof(ListTerms) => new ListTerms(stores.Value.Lists),
        nameof(GetTerm) => new GetTerm(stores.Value.Terms),
        nameof(ListMyGlossaries) => new ListMyGlossaries(stores.Value.Glossaries),
        nameof(GetMyGlossary) => new GetMyGlossary(stores.Value.Glossaries),
        nameof(ListMyTerms) => new ListMyTerms(stores.Value.Lists),
        nameof(CreateGlossary) => new CreateGlossary(stores.Value.Glossaries),
        nameof(UpdateGlossary) => new UpdateGlossary(stores.Value.Glossaries),
        nameof(DeleteGlossary) => new DeleteGlossary(stores.Value.Removal),
        nameof(CreateTerm) => new CreateTerm(stores.Value.Terms),
        nameof(UpdateTerm) => new UpdateTerm(stores.Value.Terms),
        nameof(DeleteTerm) => new DeleteTerm(stores.Value.Terms),
        nameof(ListDueTerms) => new ListDueTerms(stores.Value.Due),
        nameof(RecordReview) => new RecordReview(stores.Value.Reviews),
        nameof(GetOpenApi) => new GetOpenApi(),
        _ => throw new ArgumentException($"No operation is named '{operation}'.", nameof(operation)),
    };
}
