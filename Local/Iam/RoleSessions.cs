using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lexicon.Local.Iam;

/// <summary>
/// Issues and reads temporary credentials without keeping any: the session token carries what it stands for, sealed with a key
/// that lives as long as the runner, and the secret follows from the access key id.
/// </summary>
internal sealed class RoleSessions(TimeProvider time)
{
    private readonly byte[] _seal = RandomNumberGenerator.GetBytes(32);

    /// <summary>New credentials of a session; without a lifetime they end with the runner.</summary>
    public (Credentials Credentials, DateTimeOffset Expires) Issue(
        string roleArn, string sessionName, TimeSpan? lifetime = null, FederatedIdentity? identity = null)
    {
        var id = "ASIA" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16);
        var expires = lifetime is { } span ? time.GetUtcNow() + span : DateTimeOffset.MaxValue;
        var body = JsonSerializer.SerializeToUtf8Bytes(new RoleSession(id, roleArn, sessionName, expires, identity));
        var token = Convert.ToBase64String([.. HMACSHA256.HashData(_seal, body), .. body]);
        return (new Credentials(id, Secret(id), token), expires);
    }

    /// <summary>What a session token stands for; null when it was not issued here.</summary>
    public RoleSession? Read(string token)
    {
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length) || length <= HMACSHA256.HashSizeInBytes)
        {
            return null;
        }

        var mac = bytes.AsSpan(0, HMACSHA256.HashSizeInBytes);
        var body = bytes.AsSpan(HMACSHA256.HashSizeInBytes..length);
        return CryptographicOperations.FixedTimeEquals(mac, HMACSHA256.HashData(_seal, body))
            ? JsonSerializer.Deserialize<RoleSession>(body)
            : null;
    }

    /// <summary>Whether a session is over.</summary>
    public bool IsOver(RoleSession session) => session.Expires <= time.GetUtcNow();

    /// <summary>The secret of an access key that was issued here.</summary>
    public string Secret(string accessKeyId) =>
        Convert.ToBase64String(HMACSHA256.HashData(_seal, Encoding.UTF8.GetBytes(accessKeyId)))[..40];
}
