using System.Text.Json.Nodes;
using Lexicon.Local.Cognito.Users;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>
/// <c>/{poolId}/.well-known/openid-configuration</c>
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html).
/// </summary>
internal static class OpenIdConfiguration
{
    public static JsonObject Create(PoolDefinition pool, UserPools pools)
    {
        var issuer = pools.Issuer(pool).AbsoluteUri;
        return new JsonObject
        {
            ["authorization_endpoint"] = pools.DomainPath("oauth2/authorize").AbsoluteUri,
            ["code_challenge_methods_supported"] = new JsonArray("S256"),
            ["end_session_endpoint"] = pools.DomainPath("logout").AbsoluteUri,
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["issuer"] = issuer,
            ["jwks_uri"] = $"{issuer}/.well-known/jwks.json",
            ["response_types_supported"] = new JsonArray("code"),
            ["revocation_endpoint"] = pools.DomainPath("oauth2/revoke").AbsoluteUri,
            ["scopes_supported"] = new JsonArray("openid", "email", "phone", "profile"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["token_endpoint"] = pools.DomainPath("oauth2/token").AbsoluteUri,
            ["token_endpoint_auth_methods_supported"] = new JsonArray("none"),
            ["userinfo_endpoint"] = pools.DomainPath("oauth2/userInfo").AbsoluteUri,
        };
    }
}
