using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Images;
using Lexicon.Functions.Json;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Operations;

/// <summary>
/// Gives the owner of a term a form to upload an image with, for five minutes. Once it is uploaded it is checked, and the term
/// shows it.
/// </summary>
internal sealed class RequestImageUpload(TermStore terms, IImageFiles files, Moments moments) : IOperation<RequestImageUpload>
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);

    public static RequestImageUpload Create(Stores stores) => new(stores.Terms, stores.Images, stores.Moments);

    public Task<Result<Answer>> RunAsync(Request request, Deadline deadline) =>
        from reader in request.Reader
        from glossaryId in request.GlossaryId
        from termId in request.TermId
        from body in request.Body
        from content in body.As(ContractJson.Default.ImageUploadRequest)
        from draft in ImageUploadDraft.From(content)
        from term in terms.GetAsync(new Viewer(reader), glossaryId, termId, deadline)
        from answer in SignAsync(term, draft)
        select answer;

    private async Task<Result<Answer>> SignAsync(Term term, ImageUploadDraft draft)
    {
        var now = moments.Now;
        var key = ImageKeys.Upload(term.GlossaryId, term.Id, moments.NewId(now));
        var form = await files.SignUploadAsync(key, draft.ContentType, now + Validity);
        return Answer.Of(
            new ImageUploadResponse(
                form.Url, [.. form.Fields.Select(field => new FormField(field.Key, field.Value))], (now + Validity).UtcDateTime),
            ContractJson.Default.ImageUploadResponse);
    }
}
