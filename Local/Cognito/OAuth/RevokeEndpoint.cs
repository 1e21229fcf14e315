using System.Text.Json.Nodes;
using Lexicon.Local.Cognito.Users;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>
/// <c>POST /oauth2/revoke</c>: ends a refresh token; an unknown one is not an error (RFC 7009,
/// https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html).
/// </summary>
internal sealed class RevokeEndpoint(UserPools pools, IUserDirectory users)
{
    public async Task HandleAsync(HttpContext context)
    {
        var form = await Forms.FieldsAsync(context);
        var client = pools.Client(form["client_id"])
            ?? throw new OAuthException("invalid_client", "The client_id names no client of the local user pools.");
        if ((string?)form["token"] is not { Length: > 0 } token)
        {
            throw new OAuthException("invalid_request", "token is missing.");
        }

        try
        {
            await users.CallAsync(
                "RevokeToken", new JsonObject { ["ClientId"] = client.Id, ["Token"] = token }, context.RequestAborted);
        }
        catch (CognitoException error) when (error.Type is "NotAuthorizedException")
        {
            return;
        }
    }
}
