using System.Globalization;
using Lexicon.Local.Cognito;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Lexicon.Local.CognitoIdentity;

/// <summary>
/// Checks the tokens that a request shows
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-integrating-user-pools-with-identity-pools.html).
/// </summary>
internal sealed class LoginTokens(IUserPools users, TimeProvider time)
{
    private readonly JsonWebTokenHandler _handler = new();

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

        if (!_handler.CanReadToken(text) || Parse(text) is not { } token)
        {
            throw Invalid("Not a valid OpenId Connect identity token.");
        }

        if (token.Issuer.TrimEnd('/') != userPool.Issuer.AbsoluteUri.TrimEnd('/'))
        {
            throw Invalid("Issuer doesn't match providerName");
        }

        if (!await IsSignedAsync(token, await userPool.KeysAsync(cancellation)))
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

    private JsonWebToken? Parse(string text)
    {
        try
        {
            return _handler.ReadJsonWebToken(text);
        }
        catch (Exception failure) when (failure is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private async Task<bool> IsSignedAsync(JsonWebToken token, string keys)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKeys = JsonWebKeySet.Create(keys).GetSigningKeys(),
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            // The caller compares issuer, audience and time, in Amazon Cognito's order and words.
            ValidateAudience = false,
            ValidateIssuer = false,
            ValidateLifetime = false,
        });
        return result.IsValid;
    }

    private static CognitoIdentityException Invalid(string why) => CognitoIdentityException.NotAuthorized($"Invalid login token. {why}");
}
