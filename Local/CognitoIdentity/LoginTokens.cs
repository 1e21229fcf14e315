using System.Globalization;
using Lexicon.Local.Aws.Signatures;
using Lexicon.Local.Cognito;
using Microsoft.IdentityModel.Tokens;

namespace Lexicon.Local.CognitoIdentity;

/// <summary>
/// Checks the tokens that a request shows
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-integrating-user-pools-with-identity-pools.html).
/// </summary>
internal sealed class LoginTokens(IUserPools users, TimeProvider time)
{
    /// <summary>The token of a request's one login; null where it shows none, as a guest's.</summary>
    /// <exception cref="CognitoIdentityException">A token does not count.</exception>
    public async Task<LoginToken?> ReadAsync(
        IdentityPool pool, IReadOnlyDictionary<string, string> logins, CancellationToken cancellation)
    {
        LoginToken? found = null;
        foreach (var (provider, text) in logins)
        {
            var token = await ReadAsync(pool, provider, text, cancellation);
            found ??= token;
        }

        return found;
    }

    private async Task<LoginToken> ReadAsync(IdentityPool pool, string provider, string text, CancellationToken cancellation)
    {
        var clients = pool.Properties.CognitoIdentityProviders
            .Where(one => one.ProviderName == provider).Select(one => one.ClientId).ToList();
        if (clients.Count == 0 || users.FindByProviderName(provider) is not { } userPool)
        {
            throw CognitoIdentityException.NotAuthorized("Token is not from a supported provider of this identity pool.");
        }

        if (SignedToken.Read(text) is not { } token)
        {
            throw Invalid("Not a valid OpenId Connect identity token.");
        }

        if (token.Issuer.TrimEnd('/') != userPool.Issuer.AbsoluteUri.TrimEnd('/'))
        {
            throw Invalid("Issuer doesn't match providerName");
        }

        var keys = JsonWebKeySet.Create(await userPool.KeysAsync(cancellation)).GetSigningKeys();
        if (!await SignedToken.IsSignedAsync(token, keys))
        {
            throw Invalid("Couldn't verify signed token.");
        }

        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var end = new DateTimeOffset(token.ValidTo, TimeSpan.Zero).ToUnixTimeSeconds();
        if (end <= now)
        {
            throw Invalid(string.Create(CultureInfo.InvariantCulture, $"Token expired: {end} >= {now}"));
        }

        if (token.Audiences.FirstOrDefault() is not { } audience)
        {
            throw Invalid("Missing a required claim: aud");
        }

        return clients.Contains(audience)
            ? new LoginToken(provider, audience, token)
            : throw CognitoIdentityException.NotAuthorized("Token is not from a supported provider of this identity pool.");
    }

    private static CognitoIdentityException Invalid(string why) => CognitoIdentityException.NotAuthorized($"Invalid login token. {why}");
}
