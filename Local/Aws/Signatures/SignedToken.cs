using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Lexicon.Local.Aws.Signatures;

/// <summary>
/// A token of a user pool: read, and its signature checked
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html). Issuer,
/// audience and time are compared by whoever takes it, each in its own order and words.
/// </summary>
internal static class SignedToken
{
    private static readonly JsonWebTokenHandler Handler = new();

    /// <summary>The token in a text; null where it is none.</summary>
    public static JsonWebToken? Read(string text)
    {
        try
        {
            return text.Length > 0 && Handler.CanReadToken(text) ? Handler.ReadJsonWebToken(text) : null;
        }
        catch (Exception failure) when (failure is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    /// <summary>Whether one of these keys signed the token, with RS256.</summary>
    public static async Task<bool> IsSignedAsync(JsonWebToken token, IEnumerable<SecurityKey> keys)
    {
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKeys = keys,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ValidateAudience = false,
            ValidateIssuer = false,
            ValidateLifetime = false,
        });
        return result.IsValid;
    }
}
