using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lexicon.Local.Aws.Signatures;

/// <summary>
/// The body of a signed request: what stands for it in the canonical request, and how it is checked. S3's bodies are checked
/// while they are read, others are small and are read at once.
/// </summary>
/// <param name="Hash">The last line of the canonical request.</param>
internal sealed record SignedPayload(string Hash)
{
    private const string Header = "x-amz-content-sha256";
    private const string Unsigned = "UNSIGNED-PAYLOAD";
    private const string SignedChunks = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private const string SignedChunksAndTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    private const string ChunksAndTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    // The largest body of any service here but S3 is DynamoDB's, with 16 MB.
    private const int LargestBody = 17 * 1024 * 1024;

    /// <summary>Finds out how the body is signed; reads it where that is needed to know.</summary>
    public static async Task<SignedPayload> OpenAsync(HttpRequest request, Signature signature)
    {
        var announced = request.Headers[Header].ToString();
        if (signature.Scope.Service == "s3")
        {
            if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = null;
            }

            // A presigned URL signs no body, unless it says so.
            return new SignedPayload(announced.Length > 0 ? announced
                : signature.IsPresigned ? request.Query[Header] is [{ Length: > 0 } given] ? given : Unsigned
                : throw new SignatureException(SignatureFault.MissingContentHash, $"Missing required header for this request: {Header}"));
        }

        var body = await ReadAsync(request);
        var hash = Signer.Hash(body);
        request.HttpContext.Features.Set(new RequestPayload(body));
        request.Body = new MemoryStream(body.Array!, body.Offset, body.Count, writable: false);
        return announced.Length == 0 || announced == hash || announced == Unsigned
            ? new SignedPayload(announced == Unsigned ? Unsigned : hash)
            : throw new SignatureException(SignatureFault.PayloadMismatch);
    }

    /// <summary>Puts a checking stream in place of the body of a request to S3.</summary>
    public void Check(HttpRequest request, Signature signature, Signer signer)
    {
        if (signature.Scope.Service != "s3" || Hash == Unsigned)
        {
            return;
        }

        if (Hash is SignedChunks or SignedChunksAndTrailer or ChunksAndTrailer)
        {
            var chunks = new ChunkedPayload(
                request.BodyReader, Hash == ChunksAndTrailer ? null : signer, signature.Value, hasTrailer: Hash != SignedChunks);
            request.HttpContext.Features.Set(chunks);
            request.Body = chunks;
            var decoded = request.Headers["x-amz-decoded-content-length"];
            request.ContentLength = long.TryParse(decoded, CultureInfo.InvariantCulture, out var length) ? length : null;
            return;
        }

        if (Hash.Length != 64 || !Hash.All(char.IsAsciiHexDigitLower))
        {
            throw new SignatureException(SignatureFault.InvalidContentHash, Hash);
        }

        request.Body = new HashedPayload(request.Body, Hash);
    }

    private static async Task<ArraySegment<byte>> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > LargestBody)
        {
            throw new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge);
        }

        if (request.ContentLength is { } length)
        {
            var exact = new byte[length];
            await request.Body.ReadExactlyAsync(exact, request.HttpContext.RequestAborted);
            return exact;
        }

        var buffer = new MemoryStream();
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(piece, request.HttpContext.RequestAborted)) > 0)
        {
            if (buffer.Length + read > LargestBody)
            {
                throw new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge);
            }

            buffer.Write(piece, 0, read);
        }

        return new ArraySegment<byte>(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
