using System.IO.Compression;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Decompresses a body whose <c>Content-Encoding</c> is gzip or deflate, whether or not the API compresses its responses. Another coding,
/// or a body that is not in it, is 415
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-make-request-with-compressed-payload.html).
/// </summary>
internal sealed class DecompressRequest : IRequestStep
{
    public async ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation)
    {
        var request = exchange.Request;
        if (request.Body.IsEmpty || request.Header("Content-Encoding")?.Trim().ToLowerInvariant() is not { Length: > 0 } coding
            || coding is "identity")
        {
            return null;
        }

        using var compressed = new MemoryStream(request.Body.ToArray(), writable: false);
        await using Stream? plain = coding switch
        {
            "gzip" => new GZipStream(compressed, CompressionMode.Decompress),
            "deflate" => new ZLibStream(compressed, CompressionMode.Decompress),
            _ => null,
        };
        if (plain is null)
        {
            return GatewayFailure.UnsupportedMediaType;
        }

        try
        {
            return await ReadAsync(plain, cancellation) is { } body ? Put(request, body) : GatewayFailure.RequestTooLong;
        }
        catch (InvalidDataException)
        {
            return GatewayFailure.UnsupportedMediaType;
        }
    }

    private static GatewayFailure? Put(ApiRequest request, byte[] body)
    {
        (request.Body, request.IsDecompressed) = (body, true);
        return null;
    }

    // Null: more than a request may have.
    private static async Task<byte[]?> ReadAsync(Stream plain, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await plain.ReadAsync(piece, cancellation)) > 0)
        {
            if (body.Length + read > ReadRequest.MaximumBody)
            {
                return null;
            }

            body.Write(piece, 0, read);
        }

        return body.ToArray();
    }
}
