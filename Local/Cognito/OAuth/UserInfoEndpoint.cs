using System.Text.Json.Nodes;
using Lexicon.Local.Cognito.Tokens;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>
/// <c>/oauth2/userInfo</c>: the attributes of the user whose access token it is
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html).
/// </summary>
internal sealed class UserInfoEndpoint(UserPools pools, TokenIssuer issuer)
{
    public async Task<JsonObject> HandleAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var claims = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? issuer.Access(header[7..].Trim()) : null;
        if (claims is null || !((string)claims["scope"]!).Split(' ').Contains("openid"))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            throw new OAuthException(
                "invalid_token", "Access token is expired, disabled, or deleted, or the user has globally signed out.", 401);
        }

        var client = pools.Client((string?)claims["client_id"])!;
        var userName = (string)claims["username"]!;
        var attributes = await issuer.AttributesAsync(pools.PoolOf(client), userName, context.RequestAborted);
        var answer = new JsonObject(attributes.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)))
        {
            ["username"] = userName,
        };
        return answer;
    }
}
