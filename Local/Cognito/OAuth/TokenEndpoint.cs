using System.Text.Json.Nodes;
using Lexicon.Local.Cognito.Tokens;
using Lexicon.Local.Cognito.Users;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Cognito.OAuth;

/// <summary>
/// <c>POST /oauth2/token</c>: authorization codes and refresh tokens against tokens
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html).
/// </summary>
internal sealed class TokenEndpoint(UserPools pools, AuthorizationCodes codes, SignIns signIns, TokenIssuer issuer)
{
    public async Task<JsonObject> HandleAsync(HttpContext context)
    {
        var form = await Forms.FieldsAsync(context);
        var client = pools.Client(form["client_id"])
            ?? throw new OAuthException("invalid_client", "The client_id names no client of the local user pools.");
        try
        {
            return (string?)form["grant_type"] switch
            {
                "authorization_code" => await ByCodeAsync(client, form, context.RequestAborted),
                "refresh_token" => await ByRefreshTokenAsync(client, form, context.RequestAborted),
                _ => throw new OAuthException("unsupported_grant_type", "The grant_type must be authorization_code or refresh_token."),
            };
        }
        catch (CognitoException error) when (error.Status == 400)
        {
            throw new OAuthException("invalid_grant", error.Message);
        }
    }

    private static JsonObject Answer(IssuedTokens tokens) => new()
    {
        ["id_token"] = tokens.IdToken,
        ["access_token"] = tokens.AccessToken,
        ["expires_in"] = tokens.ExpiresIn,
        ["token_type"] = "Bearer",
    };

    private static string Field(IFormCollection form, string name) =>
        (string?)form[name] is { Length: > 0 } value ? value : throw new OAuthException("invalid_request", $"{name} is missing.");

    private async Task<JsonObject> ByCodeAsync(ClientDefinition client, IFormCollection form, CancellationToken cancellation)
    {
        var grant = codes.Redeem(Field(form, "code"), client.Id, Field(form, "redirect_uri"), Field(form, "code_verifier"));
        var tokens = await issuer.IssueAsync(grant, cancellation);
        var answer = Answer(tokens);
        answer["refresh_token"] = tokens.RefreshToken;
        return answer;
    }

    private async Task<JsonObject> ByRefreshTokenAsync(ClientDefinition client, IFormCollection form, CancellationToken cancellation)
    {
        var scope = string.Join(' ', client.Properties.AllowedOAuthScopes);
        var grant = await signIns.ByRefreshTokenAsync(client, Field(form, "refresh_token"), scope, cancellation);
        return Answer(await issuer.IssueAsync(grant, cancellation));
    }
}
