using System.Globalization;
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
        var codings =
            from coding in (acceptEncoding ?? "").Split(',')
            let parts = coding.Split(';', StringSplitOptions.TrimEntries)
            let name = parts[0].ToLowerInvariant()
            let weight = parts.Skip(1).Select(Weight).FirstOrDefault(1)
            where name is "gzip" or "deflate" && weight > 0
            orderby weight descending
            select name;
        return codings.FirstOrDefault();
    }

    // (https://www.rfc-editor.org/rfc/rfc9110#section-12.4.2)
    private static double Weight(string parameter) =>
        parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
            && double.TryParse(parameter.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            ? weight
            : 1;

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
