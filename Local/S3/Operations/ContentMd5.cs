using Lexicon.Local.S3.Protocol;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// The header <c>Content-MD5</c> (https://docs.aws.amazon.com/AmazonS3/latest/API/RESTCommonRequestHeaders.html).
/// </summary>
internal static class ContentMd5
{
    private const int Length = 16;

    /// <summary>Holds content to the header, if the request has it.</summary>
    /// <exception cref="S3Exception">It is not a digest, or that of other content.</exception>
    public static void Check(S3Request request, ReadOnlySpan<byte> computed)
    {
        if (request.Header("Content-MD5") is not { } said)
        {
            return;
        }

        Span<byte> digest = stackalloc byte[Length];
        if (!Convert.TryFromBase64String(said, digest, out var written) || written != Length)
        {
            throw new S3Exception(400, "InvalidDigest", "The Content-MD5 you specified was invalid.");
        }

        if (!digest.SequenceEqual(computed))
        {
            throw new S3Exception(400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
        }
    }
}
