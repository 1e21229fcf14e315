using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Lexicon.Local.Cognito.Tokens;
using Lexicon.Local.Cognito.Users;

namespace Lexicon.Local.Cognito.Api;

/// <summary>
/// InitiateAuth, AdminInitiateAuth, RespondToAuthChallenge and GetTokensFromRefreshToken: the flows that the client allows, and tokens of
/// our key
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html).
/// </summary>
internal sealed class Authentication(UserPools pools, IUserDirectory users, SignIns signIns, TokenIssuer issuer)
{
    private readonly ConcurrentDictionary<string, string> _challenges = new();

    /// <summary>InitiateAuth.</summary>
    public Task<JsonObject> InitiateAsync(ClientDefinition client, JsonObject request, CancellationToken cancellation) =>
        request.Text("AuthFlow") switch
        {
            "USER_PASSWORD_AUTH" when client.Allows("USER_PASSWORD_AUTH") => ByPasswordAsync(client, request, cancellation),
            "USER_PASSWORD_AUTH" => throw new CognitoException(
                "InvalidParameterException", "USER_PASSWORD_AUTH flow not enabled for this client"),
            "REFRESH_TOKEN_AUTH" or "REFRESH_TOKEN" => ByRefreshTokenAsync(client, request, cancellation),
            var flow => throw new CognitoException("InvalidParameterException", $"The local user pool does not offer the flow {flow}."),
        };

    /// <summary>AdminInitiateAuth.</summary>
    public Task<JsonObject> AdminInitiateAsync(ClientDefinition client, JsonObject request, CancellationToken cancellation) =>
        request.Text("AuthFlow") switch
        {
            "ADMIN_USER_PASSWORD_AUTH" or "ADMIN_NO_SRP_AUTH" when client.Allows("ADMIN_USER_PASSWORD_AUTH") =>
                ByPasswordAsync(client, request, cancellation),
            "ADMIN_USER_PASSWORD_AUTH" or "ADMIN_NO_SRP_AUTH" => throw new CognitoException(
                "InvalidParameterException", "Auth flow not enabled for this client"),
            _ => InitiateAsync(client, request, cancellation),
        };

    /// <summary>
    /// GetTokensFromRefreshToken, which needs no flow to be switched on. Refresh tokens are not rotated here, so there is no new one
    /// (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetTokensFromRefreshToken.html).
    /// </summary>
    public async Task<JsonObject> RefreshAsync(ClientDefinition client, JsonObject request, CancellationToken cancellation)
    {
        var grant = await signIns.ByRefreshTokenAsync(client, request.Required("RefreshToken"), TokenIssuer.ApiScope, cancellation);
        var answer = Answer(await issuer.IssueAsync(grant, cancellation), withRefreshToken: false);
        answer.Remove("ChallengeParameters");
        return answer;
    }

    /// <summary>RespondToAuthChallenge. cognito-local takes any session for any user, so each is kept here for one answer.</summary>
    public async Task<JsonObject> RespondAsync(ClientDefinition client, JsonObject request, CancellationToken cancellation)
    {
        var responses = request.Parameters("ChallengeResponses");
        var userName = responses.Required("USERNAME");
        if (!_challenges.TryRemove(request.Required("Session"), out var challenged)
            || !await IsSameUserAsync(pools.PoolOf(client), challenged, userName, cancellation))
        {
            throw new CognitoException("NotAuthorizedException", "Invalid session for the user.");
        }

        var answer = await users.CallAsync("RespondToAuthChallenge", request, cancellation);
        if (answer["AuthenticationResult"] is null)
        {
            return Remembered(answer);
        }

        if (responses.Text("NEW_PASSWORD") is not { } password)
        {
            throw new CognitoException("UnsupportedOperationException", "The local user pool does not finish this challenge.");
        }

        // Signed in anew, since cognito-local does not keep the refresh token of an answered challenge.
        var (grant, challenge) = await signIns.ByPasswordAsync(client, userName, password, cancellation);
        return grant is null ? Remembered(challenge!) : Answer(await issuer.IssueAsync(grant, cancellation), withRefreshToken: true);
    }

    private static JsonObject Answer(IssuedTokens tokens, bool withRefreshToken)
    {
        var result = new JsonObject
        {
            ["AccessToken"] = tokens.AccessToken,
            ["ExpiresIn"] = tokens.ExpiresIn,
            ["IdToken"] = tokens.IdToken,
            ["TokenType"] = "Bearer",
        };
        if (withRefreshToken)
        {
            result["RefreshToken"] = tokens.RefreshToken;
        }

        return new JsonObject { ["AuthenticationResult"] = result, ["ChallengeParameters"] = new JsonObject() };
    }

    private async Task<JsonObject> ByPasswordAsync(ClientDefinition client, JsonObject request, CancellationToken cancellation)
    {
        var parameters = request.Parameters("AuthParameters");
        var (grant, challenge) = await signIns.ByPasswordAsync(
            client, parameters.Required("USERNAME"), parameters.Required("PASSWORD"), cancellation);
        return grant is null ? Remembered(challenge!) : Answer(await issuer.IssueAsync(grant, cancellation), withRefreshToken: true);
    }

    private async Task<JsonObject> ByRefreshTokenAsync(ClientDefinition client, JsonObject request, CancellationToken cancellation)
    {
        if (client.Properties.ExplicitAuthFlows.Count > 0 && !client.Allows("REFRESH_TOKEN_AUTH"))
        {
            throw new CognitoException("InvalidParameterException", "REFRESH_TOKEN_AUTH flow not enabled for this client");
        }

        var token = request.Parameters("AuthParameters").Required("REFRESH_TOKEN");
        var grant = await signIns.ByRefreshTokenAsync(client, token, TokenIssuer.ApiScope, cancellation);
        return Answer(await issuer.IssueAsync(grant, cancellation), withRefreshToken: false);
    }

    private JsonObject Remembered(JsonObject challenge)
    {
        if (challenge.Text("Session") is { } session
            && (challenge["ChallengeParameters"] as JsonObject)?.Text("USER_ID_FOR_SRP") is { } userName)
        {
            _challenges[session] = userName;
        }

        return challenge;
    }

    private async Task<bool> IsSameUserAsync(PoolDefinition pool, string userName, string claimed, CancellationToken cancellation)
    {
        if (userName == claimed)
        {
            return true;
        }

        var user = await users.CallAsync(
            "AdminGetUser", new JsonObject { ["UserPoolId"] = pool.Id, ["Username"] = claimed }, cancellation);
        return user.Text("Username") == userName;
    }
}
