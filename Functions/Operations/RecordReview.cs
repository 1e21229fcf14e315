using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>Records a reader's review of a term and says when it is due again; once for each idempotency key.</summary>
internal sealed class RecordReview(ReviewStore reviews) : IOperation<RecordReview>
{
    public static RecordReview Create(Stores stores) => new(stores.Reviews);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from reader in request.Reader
        from body in request.Body
        from once in request.Once(body)
        from content in body.As(ContractJson.Default.ReviewRequest)
        from draft in ReviewDraft.From(content)
        from review in reviews.RecordAsync(reader, draft, once.Value, deadline)
        select Answers.Of(review);
}
