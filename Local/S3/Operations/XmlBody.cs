using System.Security.Cryptography;
using Lexicon.Local.S3.Protocol;
using Lexicon.Local.S3.Storage;

namespace Lexicon.Local.S3.Operations;

/// <summary>
/// The document of a request, held to what the client said of it: <c>Content-MD5</c> and the additional checksum
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html).
/// </summary>
internal static class XmlBody
{
    private const int Largest = 4 * 1024 * 1024;

    /// <summary>Receives the document.</summary>
    /// <exception cref="S3Exception">It is another one than the client said, or too large.</exception>
    public static async Task<Stream> ReceiveAsync(S3Request request)
    {
        var body = new MemoryStream();
        await using var bounded = new BoundedStream(request.Body, Largest + 1);
        await bounded.CopyToAsync(body, request.Cancellation);
        if (body.Length > Largest)
        {
            throw S3Exception.MalformedXml();
        }

        Check(request, body.GetBuffer().AsSpan(0, (int)body.Length));
        body.Position = 0;
        return body;
    }

    /// <summary>Demands that the client said anything at all.</summary>
    /// <exception cref="S3Exception">It did not.</exception>
    public static void Demand(S3Request request)
    {
        if (request.Header("Content-MD5") is null && RequestChecksum.Algorithm(request) is null)
        {
            throw S3Exception.InvalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        }
    }

    private static void Check(S3Request request, ReadOnlySpan<byte> content)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData(content);
        ContentMd5.Check(request, md5.GetHashAndReset());
        if (RequestChecksum.Algorithm(request) is { } algorithm)
        {
            using var checksum = Checksum.Create(algorithm);
            checksum.Append(content);
            RequestChecksum.Check(request, new(algorithm, checksum.ToBase64()));
        }
    }
}
