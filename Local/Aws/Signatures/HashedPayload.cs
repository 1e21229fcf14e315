using System.Security.Cryptography;

namespace Lexicon.Local.Aws.Signatures;

/// <summary>A body that must have a hash: its end is reached only when it has.</summary>
internal sealed class HashedPayload(Stream body, string expected) : ReadOnlyStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await body.ReadAsync(buffer, cancellationToken);
        if (read > 0)
        {
            _hash.AppendData(buffer.Span[..read]);
        }
        else if (!_ended && !buffer.IsEmpty)
        {
            _ended = true;
            if (Convert.ToHexStringLower(_hash.GetHashAndReset()) != expected)
            {
                throw new SignatureException(SignatureFault.PayloadMismatch);
            }
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }
}
