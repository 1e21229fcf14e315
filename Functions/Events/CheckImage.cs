using System.Security.Cryptography;
using Amazon.Lambda.CloudWatchEvents.S3Events;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Images;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Events;

/// <summary>
/// Decides by its content whether an upload is an image that can be shown. One that is gets published under a name that follows from
/// its content and becomes the term's image; of one that is not, the term says so. Either way the upload goes, last, so that
/// whatever fails before is done again.
/// </summary>
internal sealed class CheckImage(TermStore terms, IImageFiles files) : IReaction<CheckImage, S3ObjectCreateEvent>
{
    public static CheckImage Create(Stores stores) => new(stores.Terms, stores.Images);

    public async Task RunAsync(S3ObjectCreateEvent occurrence, Deadline deadline)
    {
        var key = occurrence.Detail.Object.Key;
        if (ImageKeys.TryReadUpload(key, out var glossaryId, out var termId)
            && await files.ReadAsync(key, deadline.Token) is { } content)
        {
            if (ImageReader.Read(content) is { } header)
            {
                await PublishAsync(glossaryId, termId, header, content, deadline);
            }
            else
            {
                await terms.RefuseImageAsync(glossaryId, termId, deadline);
            }
        }

        await files.DeleteAsync(key, deadline.Token);
    }

    private async Task PublishAsync(Ulid glossaryId, Ulid termId, ImageHeader header, byte[] content, Deadline deadline)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var published = ImageKeys.Published(glossaryId, termId, hash, header.Format);
        await files.PublishAsync(published, content, header.Format.ContentType, deadline.Token);
        var before = await terms.SetImageAsync(
            glossaryId, termId, new($"/{published}", header.Width, header.Height), deadline);

        // Of a term that is gone meanwhile, it is the new image that nobody needs.
        var unneeded = before.Found ? before.Image?.Path : $"/{published}";
        if (unneeded is not null && (!before.Found || unneeded != $"/{published}"))
        {
            await files.DeleteAsync(unneeded[1..], deadline.Token);
        }
    }
}
