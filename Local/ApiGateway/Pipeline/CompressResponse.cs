using System.IO.Compression;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Compresses bodies of at least <c>MinimumCompressionSize</c> bytes for clients that accept it
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html). Gateway
/// responses stay as they are.
/// </summary>
internal sealed class CompressResponse : IResponseStep
{
    public ValueTask RunAsync(Exchange exchange, CancellationToken cancellation)
    {
        if (exchange.Failure is null)
        {
            exchange.Response = Compress(exchange, exchange.Response!);
        }

        return ValueTask.CompletedTask;
    }

    private static ApiResponse Compress(Exchange exchange, ApiResponse response)
    {
        var encoded = response.Headers.Any(header => header.Key.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase));
        var coding = Accepted(exchange.Request.Header("Accept-Encoding"));
        return encoded || coding is null || response.Body.Length < (exchange.Api?.MinimumCompressionSize ?? int.MaxValue)
            ? response
            : response with
            {
                Headers = [.. response.Headers, new("Content-Encoding", coding)],
                Body = Compress(coding, response.Body),
            };
    }

    private static string? Accepted(string? acceptEncoding)
    {
        var codings = (acceptEncoding ?? "").Split(',')
            .Select(coding => coding.Replace(" ", "", StringComparison.Ordinal))
            .Where(coding => !coding.EndsWith(";q=0", StringComparison.Ordinal))
            .Select(coding => coding.Split(';')[0]);
        return codings.FirstOrDefault(coding => coding is "gzip" or "deflate");
    }

    private static byte[] Compress(string coding, ReadOnlyMemory<byte> body)
    {
        using var output = new MemoryStream();
        using (Stream compressor = coding == "gzip"
            ? new GZipStream(output, CompressionLevel.Fastest)
            : new ZLibStream(output, CompressionLevel.Fastest))
        {
            compressor.Write(body.Span);
        }

        return output.ToArray();
    }
}
