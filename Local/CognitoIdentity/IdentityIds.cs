using System.Security.Cryptography;
using System.Text;

namespace Lexicon.Local.CognitoIdentity;

/// <summary>
/// The ids of identities, <c>REGION:UUID</c>. None is kept: a login's follows from pool, provider and subject, and a guest's carries the
/// proof that it was made here.
/// </summary>
/// <param name="key">The installation's own, or ids of guests could be made up.</param>
internal sealed class IdentityIds(byte[] key)
{
    private const int Random = 8;

    /// <summary>The identity of whoever shows this token.</summary>
    public string Of(IdentityPool pool, LoginToken login) =>
        Write(Digest($"{pool.Id}\n{login.Provider}\n{login.Subject}").AsSpan(0, 16));

    /// <summary>A new guest.</summary>
    public string CreateGuest(IdentityPool pool)
    {
        var random = RandomNumberGenerator.GetBytes(Random);
        return Write([.. random, .. Proof(pool, random)]);
    }

    /// <summary>Whether this is a guest of the pool.</summary>
    public bool IsGuest(IdentityPool pool, string id)
    {
        if (!id.StartsWith($"{Account.Region}:", StringComparison.Ordinal)
            || !Guid.TryParseExact(id[(Account.Region.Length + 1)..], "D", out var guid))
        {
            return false;
        }

        var bytes = guid.ToByteArray(bigEndian: true);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(Random), Proof(pool, bytes[..Random]));
    }

    private static string Write(ReadOnlySpan<byte> bytes) => $"{Account.Region}:{new Guid(bytes, bigEndian: true)}";

    private byte[] Proof(IdentityPool pool, byte[] random) => Digest($"{pool.Id}\n{Convert.ToHexString(random)}")[..8];

    private byte[] Digest(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
