using System.Security.Cryptography;

namespace Lexicon.Local.Aws.Signatures;

/// <summary>A body that must have a hash: its end is reached only when it has.</summary>
internal sealed class HashedPayload(Stream body, string expected) : ReadOnlyStream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool ended;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await body.ReadAsync(buffer, cancellationToken);
        if (read > 0)
        {
            hash.AppendData(buffer.Span[..read]);
        }
        else if (!ended && !buffer.IsEmpty)
        {
            ended = true;
            if (Convert.ToHexStringLower(hash.GetHashAndReset()) != expected)
            {
                throw new SignatureException(SignatureFault.PayloadMismatch);
            }
        }
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        hash.Dispose();
        base.Dispose(disposing);
    }
}
