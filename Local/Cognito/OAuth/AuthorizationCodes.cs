using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Lexicon.Local.Cognito.Tokens;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>Authorization codes: five minutes, one use, one client, one redirect URI, one PKCE verifier.</summary>
internal sealed class AuthorizationCodes(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Entry> _codes = new();

    /// <summary>A new code.</summary>
    public string Issue(AuthorizationRequest request, Grant grant)
    {
        foreach (var (old, _) in _codes.Where(entry => entry.Value.Ends <= time.GetUtcNow()))
        {
            _codes.TryRemove(old, out _);
        }

        var code = Guid.NewGuid().ToString();
        _codes[code] = new Entry(grant, request.RedirectUri, request.CodeChallenge, time.GetUtcNow() + Life);
        return code;
    }

    /// <summary>What the code stands for; whatever comes of it, the code is spent (RFC 6749 section 4.1.2).</summary>
    /// <exception cref="OAuthException"><c>invalid_grant</c>.</exception>
    public Grant Redeem(string code, string clientId, string redirectUri, string verifier)
    {
        if (!_codes.TryRemove(code, out var entry)
            || entry.Ends <= time.GetUtcNow()
            || entry.Grant.ClientId != clientId
            || entry.RedirectUri != redirectUri
            || !Matches(verifier, entry.Challenge))
        {
            throw new OAuthException(
                "invalid_grant", "The code is wrong, spent or too old, or its client, redirect_uri or code_verifier differ.");
        }

        return entry.Grant;
    }

    // RFC 7636 section 4.6.
    private static bool Matches(string verifier, string challenge) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))),
            Encoding.ASCII.GetBytes(challenge));

    private sealed record Entry(Grant Grant, string RedirectUri, string Challenge, DateTimeOffset Ends);
}
