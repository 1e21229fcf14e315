using Lexicon.Local.Cognito;
using Microsoft.IdentityModel.Tokens;

namespace Lexicon.Local.ApiGateway.Authorizers;

/// <summary>
/// The keys of a user pool, kept until a token names one that is not among them; asked for again at most once in
/// <see cref="Pause"/>, so that forged key ids cost nothing
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html).
/// </summary>
internal sealed class KeyRing(UserPool pool, TimeProvider clock) : IDisposable
{
    /// <summary>The least time between two requests for keys.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim turn = new(1);
    private Dictionary<string, SecurityKey> keys = [];
    private long? asked;

    /// <summary>The issuer whose keys these are.</summary>
    public string Issuer => pool.Issuer.OriginalString.TrimEnd('/');

    /// <summary>The key with this id, or null.</summary>
    public async Task<SecurityKey?> FindAsync(string id, CancellationToken cancellation)
    {
        if (keys.TryGetValue(id, out var known))
        {
            return known;
        }

        await turn.WaitAsync(cancellation);
        try
        {
            if (!keys.ContainsKey(id) && (asked is not { } last || clock.GetElapsedTime(last) >= Pause))
            {
                var set = JsonWebKeySet.Create(await pool.KeysAsync(cancellation));
                keys = set.GetSigningKeys().Where(key => key.KeyId is not null).ToDictionary(key => key.KeyId);
                asked = clock.GetTimestamp();
            }

            return keys.GetValueOrDefault(id);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
