using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// Receives the body of an upload, and checks it against what the client announced: length, <c>Content-MD5</c> and
/// the additional checksum, in a header or behind the body. The signed hash and chunks are the endpoint's part.
/// </summary>
internal static class ObjectBody
{
    private const long Largest = 5L * 1024 * 1024 * 1024;

    /// <summary>Receives the body; the caller commits or disposes what it gets.</summary>
    /// <param name="call">The request.</param>
    /// <param name="algorithm">Of the checksum to compute where the request names none.</param>
    /// <exception cref="S3Exception">The body is not what the client said.</exception>
    public static async Task<Upload> ReceiveAsync(S3Call call, string algorithm = StoredChecksum.DefaultAlgorithm)
    {
        var request = call.Request;
        if (request.LacksLength)
        {
            throw new S3Exception(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
        }

        var named = RequestChecksum.Algorithm(request);
        var declared = request.Headers.ContentLength;
        if (declared > Largest)
        {
            throw new S3Exception(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
        }

        var upload = await call.Bucket.Store.ReceiveAsync(request.Body, named ?? algorithm, request.Cancellation);
        try
        {
            if (declared is not null && declared != upload.Size)
            {
                throw new S3Exception(
                    400, "IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header");
            }

            ContentMd5.Check(request, upload.Md5);
            RequestChecksum.Check(request, upload.Checksum!);
            return upload;
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }
}
