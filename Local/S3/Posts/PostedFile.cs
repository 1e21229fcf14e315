using Lexicon.Local.Aws;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.S3.Posts;

/// <summary>The file of a form, as it comes; a body that ends before the form does is the sender's mistake.</summary>
internal sealed class PostedFile(Stream inner, CancellationToken aborted) : ReadOnlyStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await inner.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException mistake) when (mistake is not BadHttpRequestException && !aborted.IsCancellationRequested)
        {
            throw PostForm.Malformed;
        }
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
