using System.Globalization;
using System.Text;

namespace Lexicon.Local.S3;

/// <summary>
/// Reads a body in the content coding <c>aws-chunked</c> (API reference of Amazon S3, "Signature calculations for the
/// Authorization header: transferring payload in multiple chunks"), with its trailing headers. The chunks' own signatures
/// are not checked again: they guard a body on its way, and this one came over loopback under a signed request.
/// </summary>
internal sealed class AwsChunkedStream(Stream inner) : ReadOnlyStream
{
    private const int LongestLine = 8 * 1024;
    private readonly BufferedStream source = new(inner, 16 * 1024);
    private long left;
    private bool ended;
    private bool first = true;

    /// <summary>The trailing headers, once the body was read to its end; by lower-case name.</summary>
    public Dictionary<string, string> Trailers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the request's body is in this coding.</summary>
    public static bool IsUsedBy(S3Request request) =>
        request.Header("x-amz-content-sha256")?.StartsWith("STREAMING-", StringComparison.Ordinal) == true;

    /// <summary>The content coding without this one, which is of the transfer only.</summary>
    public static string WithoutCoding(string contentEncoding) => string.Join(',', contentEncoding
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(coding => !coding.Equals("aws-chunked", StringComparison.OrdinalIgnoreCase)));

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (left == 0 && !ended)
        {
            await NextChunkAsync(cancellationToken);
        }

        if (ended || buffer.IsEmpty)
        {
            return 0;
        }

        var read = await source.ReadAsync(buffer[..(int)Math.Min(buffer.Length, left)], cancellationToken);
        left -= read;
        return read > 0 ? read : throw Incomplete();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        source.Dispose();
        base.Dispose(disposing);
    }

    private static S3Exception Incomplete() => new(
        400, "IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header");

    private async Task NextChunkAsync(CancellationToken cancellation)
    {
        if (!first && await LineAsync(cancellation) is not "")
        {
            throw Incomplete();
        }

        first = false;
        var size = (await LineAsync(cancellation) ?? throw Incomplete()).Split(';')[0];
        if (!long.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out left) || left < 0)
        {
            throw Incomplete();
        }

        if (left > 0)
        {
            return;
        }

        ended = true;
        while (await LineAsync(cancellation) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                Trailers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }
        }
    }

    private async Task<string?> LineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (line.Length < LongestLine)
        {
            if (await source.ReadAsync(one, cancellation) == 0)
            {
                return line.Length == 0 ? null : line.ToString();
            }

            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        throw Incomplete();
    }
}
