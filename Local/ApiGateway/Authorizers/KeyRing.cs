using Lexicon.Local.Cognito;
using Microsoft.IdentityModel.Tokens;

namespace Lexicon.Local.ApiGateway.Authorizers;

/// <summary>
/// The keys of a user pool, kept until a token names one that is not among them; asked for again at most once in
/// <see cref="RefreshInterval"/>, so that forged key ids cost nothing
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html).
/// </summary>
internal sealed class KeyRing(UserPool pool, TimeProvider time) : IDisposable
{
    /// <summary>The least time between two requests for keys.</summary>
    public static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1);
    private Dictionary<string, SecurityKey> _keys = [];
    private long? _asked;

    /// <summary>The issuer whose keys these are.</summary>
    public string Issuer => pool.Issuer.OriginalString.TrimEnd('/');

    /// <summary>The key with this id, or null.</summary>
    public async Task<SecurityKey?> FindAsync(string id, CancellationToken cancellation)
    {
        if (_keys.TryGetValue(id, out var known))
        {
            return known;
        }

        await _turn.WaitAsync(cancellation);
        try
        {
            if (!_keys.ContainsKey(id) && (_asked is not { } last || time.GetElapsedTime(last) >= RefreshInterval))
            {
                var set = JsonWebKeySet.Create(await pool.KeysAsync(cancellation));
                _keys = set.GetSigningKeys().Where(key => key.KeyId is not null).ToDictionary(key => key.KeyId);
                _asked = time.GetTimestamp();
            }

            return _keys.GetValueOrDefault(id);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
