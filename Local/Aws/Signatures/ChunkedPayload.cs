using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;

namespace Lexicon.Local.Aws.Signatures;

/// <summary>
/// A body in AWS's own chunks, each signed in a chain that begins with the signature of the request, with signed trailing headers at its
/// end where it announces them (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html and
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html).
/// </summary>
/// <param name="source">The body as sent.</param>
/// <param name="signer">Checks the chain; null when the chunks are not signed.</param>
/// <param name="seed">The signature of the request.</param>
/// <param name="hasTrailer">Whether trailing headers follow the last chunk.</param>
internal sealed class ChunkedPayload(PipeReader source, Signer? signer, string seed, bool hasTrailer) : ReadOnlyStream
{
    private const int LongestLine = 16 * 1024;
    private const string ChunkSignature = "chunk-signature=";
    private const string TrailerSignature = "x-amz-trailer-signature";

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<string, string> _trailers = new(StringComparer.OrdinalIgnoreCase);
    private string _previous = seed;
    private string _announced = "";
    private long _remaining;
    private bool _ended;

    /// <summary>The trailing headers, such as <c>x-amz-checksum-crc32</c>; complete once the body was read to its end.</summary>
    public IReadOnlyDictionary<string, string> Trailers => _trailers;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_ended || buffer.IsEmpty)
        {
            return 0;
        }

        if (_remaining == 0 && !await BeginChunkAsync(cancellationToken))
        {
            return 0;
        }

        var result = await source.ReadAsync(cancellationToken);
        var available = result.Buffer.Slice(0, Math.Min(Math.Min(result.Buffer.Length, _remaining), buffer.Length));
        if (available.IsEmpty)
        {
            throw Malformed();
        }

        available.CopyTo(buffer.Span);
        var read = (int)available.Length;
        source.AdvanceTo(available.End);
        _hash.AppendData(buffer.Span[..read]);
        _remaining -= read;
        if (_remaining == 0)
        {
            EndChunk();
            if (await ReadLineAsync(cancellationToken) is not "")
            {
                throw Malformed();
            }
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }

    private async Task<bool> BeginChunkAsync(CancellationToken cancellation)
    {
        var line = await ReadLineAsync(cancellation);
        var parts = line.Split(';');
        if (!long.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _remaining)
            || _remaining < 0)
        {
            throw Malformed();
        }

        _announced = parts is [_, var extension] && extension.StartsWith(ChunkSignature, StringComparison.Ordinal)
            ? extension[ChunkSignature.Length..]
            : "";
        if (_remaining > 0)
        {
            return true;
        }

        EndChunk();
        await ReadTrailersAsync(cancellation);
        _ended = true;
        return false;
    }

    private void EndChunk()
    {
        var digest = Convert.ToHexStringLower(_hash.GetHashAndReset());
        if (signer is null)
        {
            return;
        }

        if (!signer.IsSignedBy(signer.ChunkStringToSign(_previous, digest), _announced))
        {
            throw new SignatureException(SignatureFault.Mismatch);
        }

        _previous = _announced;
    }

    private async Task ReadTrailersAsync(CancellationToken cancellation)
    {
        var signed = new StringBuilder();
        string? signature = null;
        while (await ReadLineAsync(cancellation, atEnd: true) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !hasTrailer)
            {
                throw Malformed();
            }

            var (name, value) = (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
            if (name == TrailerSignature)
            {
                signature = value;
            }
            else
            {
                _trailers[name] = value;
                signed.Append(name).Append(':').Append(value).Append('\n');
            }
        }

        if (signer is null || !hasTrailer)
        {
            return;
        }

        var digest = Signer.Hash(Encoding.UTF8.GetBytes(signed.ToString()));
        if (!signer.IsSignedBy(signer.TrailerStringToSign(_previous, digest), signature ?? ""))
        {
            throw new SignatureException(SignatureFault.Mismatch);
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellation, bool atEnd = false)
    {
        while (true)
        {
            var result = await source.ReadAsync(cancellation);
            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.UTF8.GetString(result.Buffer.Slice(0, end)).TrimEnd('\r');
                source.AdvanceTo(result.Buffer.GetPosition(1, end));
                return line;
            }

            if (atEnd && result.IsCompleted && result.Buffer.IsEmpty)
            {
                return "";
            }

            if (result.IsCompleted || result.Buffer.Length > LongestLine)
            {
                throw Malformed();
            }

            source.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static SignatureException Malformed() => new(SignatureFault.MalformedPayload);
}
