using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Lexicon.Local.Cognito.Tokens;
using Lexicon.Local.Cognito.Users;

namespace Lexicon.Local.Cognito.Api;

/// <summary>
/// The operations of the user pools API (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/),
/// performed by cognito-local, with what Amazon Cognito checks before and answers after.
/// </summary>
internal sealed class UserPoolApi(PoolCatalog catalog, IUserDirectory users, SignIns signIns, TokenIssuer issuer)
{
    private readonly ConcurrentDictionary<string, string> challenges = new();

    /// <summary>Performs one operation.</summary>
    /// <exception cref="CognitoError">It is refused, as Amazon Cognito would.</exception>
    public async Task<JsonObject> PerformAsync(string operation, JsonObject request, CancellationToken cancellation)
    {
        CheckAccessToken(operation, request);
        var pool = PoolOf(request);
        if (pool is not null)
        {
            Normalise(request, pool);
            CheckPassword(request, pool);
        }

        switch (operation)
        {
            case "InitiateAuth":
                return await InitiateAuthAsync(ClientOf(request), request, cancellation);
            case "AdminInitiateAuth":
                return await AdminInitiateAuthAsync(ClientOf(request), request, cancellation);
            case "RespondToAuthChallenge":
                return await RespondAsync(ClientOf(request), request, cancellation);
            case "SignUp" when pool!.Properties.AdminCreateUserConfig.AllowAdminCreateUserOnly:
                throw new CognitoError("NotAuthorizedException", "SignUp is not permitted for this user pool");
            case "ConfirmSignUp":
                return await ConfirmSignUpAsync(pool!, request, cancellation);
            default:
                return await users.CallAsync(operation, request, cancellation);
        }
    }

    /// <summary>The ARN that IAM decides about.</summary>
    public string ResourceArn(JsonObject request) => PoolOf(request)?.Arn ?? "*";

    private static string? Text(JsonObject request, string name) =>
        request[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject Parameters(JsonObject request, string name) => request[name] as JsonObject
        ?? throw new CognitoError("InvalidParameterException", $"Missing required parameter {name}");

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

    // cognito-local decodes access tokens without looking at their signature.
    private void CheckAccessToken(string operation, JsonObject request)
    {
        if (PublicOperations.ByAccessToken.Contains(operation) && Text(request, "AccessToken") is { } token
            && issuer.Access(token) is null)
        {
            throw new CognitoError("NotAuthorizedException", "Invalid Access Token");
        }
    }

    private ClientDefinition ClientOf(JsonObject request)
    {
        var id = Text(request, "ClientId");
        return catalog.Client(id)
            ?? throw new CognitoError("ResourceNotFoundException", $"User pool client {id} does not exist.");
    }

    private PoolDefinition? PoolOf(JsonObject request)
    {
        if (request.ContainsKey("ClientId"))
        {
            return catalog.PoolOf(ClientOf(request));
        }

        if (Text(request, "UserPoolId") is { } poolId)
        {
            return catalog.Pool(poolId)
                ?? throw new CognitoError("ResourceNotFoundException", $"User pool {poolId} does not exist.");
        }

        return Text(request, "AccessToken") is { } token && JsonWebToken.Peek(token) is { } claims
            ? catalog.Client(Text(claims, "client_id")) is { } client ? catalog.PoolOf(client) : null
            : null;
    }

    private static void Normalise(JsonObject request, PoolDefinition pool)
    {
        if (Text(request, "Username") is { } name)
        {
            request["Username"] = pool.Normalise(name);
        }

        if (request["ChallengeResponses"] is JsonObject responses && Text(responses, "USERNAME") is { } responder)
        {
            responses["USERNAME"] = pool.Normalise(responder);
        }
    }

    private static void CheckPassword(JsonObject request, PoolDefinition pool)
    {
        var password = Text(request, "Password") ?? Text(request, "ProposedPassword") ?? Text(request, "TemporaryPassword")
            ?? (request["ChallengeResponses"] is JsonObject responses ? Text(responses, "NEW_PASSWORD") : null);
        if (password is not null)
        {
            PasswordPolicy.Check(pool.Properties.Policies.PasswordPolicy, password);
        }
    }

    private Task<JsonObject> InitiateAuthAsync(ClientDefinition client, JsonObject request, CancellationToken cancellation) =>
        Text(request, "AuthFlow") switch
        {
            "USER_PASSWORD_AUTH" when client.Allows("USER_PASSWORD_AUTH") => ByPasswordAsync(client, request, cancellation),
            "USER_PASSWORD_AUTH" => throw new CognitoError(
                "InvalidParameterException", "USER_PASSWORD_AUTH flow not enabled for this client"),
            "REFRESH_TOKEN_AUTH" or "REFRESH_TOKEN" => ByRefreshTokenAsync(client, request, cancellation),
            var flow => throw new CognitoError("InvalidParameterException", $"The local user pool does not offer the flow {flow}."),
        };

    private Task<JsonObject> AdminInitiateAuthAsync(ClientDefinition client, JsonObject request, CancellationToken cancellation) =>
        Text(request, "AuthFlow") switch
        {
            "ADMIN_USER_PASSWORD_AUTH" or "ADMIN_NO_SRP_AUTH" when client.Allows("ADMIN_USER_PASSWORD_AUTH")
                => ByPasswordAsync(client, request, cancellation),
            "ADMIN_USER_PASSWORD_AUTH" or "ADMIN_NO_SRP_AUTH" => throw new CognitoError(
                "InvalidParameterException", "Auth flow not enabled for this client"),
            _ => InitiateAuthAsync(client, request, cancellation),
        };

    private async Task<JsonObject> ByPasswordAsync(ClientDefinition client, JsonObject request, CancellationToken cancellation)
    {
        var parameters = Parameters(request, "AuthParameters");
        var userName = Text(parameters, "USERNAME")
            ?? throw new CognitoError("InvalidParameterException", "Missing required parameter USERNAME");
        var password = Text(parameters, "PASSWORD")
            ?? throw new CognitoError("InvalidParameterException", "Missing required parameter PASSWORD");
        var (grant, challenge) = await signIns.ByPasswordAsync(client, userName, password, cancellation);
        if (grant is not null)
        {
            return Answer(await issuer.IssueAsync(grant, cancellation), withRefreshToken: true);
        }

        Remember(challenge!);
        return challenge!;
    }

    private async Task<JsonObject> ByRefreshTokenAsync(ClientDefinition client, JsonObject request, CancellationToken cancellation)
    {
        if (client.Properties.ExplicitAuthFlows.Count > 0 && !client.Allows("REFRESH_TOKEN_AUTH"))
        {
            throw new CognitoError("InvalidParameterException", "REFRESH_TOKEN_AUTH flow not enabled for this client");
        }

        var token = Text(Parameters(request, "AuthParameters"), "REFRESH_TOKEN")
            ?? throw new CognitoError("InvalidParameterException", "Missing required parameter REFRESH_TOKEN");
        var grant = await signIns.ByRefreshTokenAsync(client, token, TokenIssuer.ApiScope, cancellation);
        return Answer(await issuer.IssueAsync(grant, cancellation), withRefreshToken: false);
    }

    // cognito-local takes any session for any user, so the sessions are kept here, each for one answer.
    private async Task<JsonObject> RespondAsync(ClientDefinition client, JsonObject request, CancellationToken cancellation)
    {
        var responses = Parameters(request, "ChallengeResponses");
        var userName = Text(responses, "USERNAME");
        if (Text(request, "Session") is not { } session || userName is null
            || !challenges.TryRemove(session, out var challenged)
            || !await IsSameUserAsync(catalog.PoolOf(client), challenged, userName, cancellation))
        {
            throw new CognitoError("NotAuthorizedException", "Invalid session for the user.");
        }

        var answer = await users.CallAsync("RespondToAuthChallenge", request, cancellation);
        if (answer["AuthenticationResult"] is null)
        {
            Remember(answer);
            return answer;
        }

        if (Text(responses, "NEW_PASSWORD") is not { } password)
        {
            throw new CognitoError("UnsupportedOperationException", "The local user pool does not finish this challenge.");
        }

        // Signed in anew, since cognito-local does not keep the refresh token of an answered challenge.
        var (grant, challenge) = await signIns.ByPasswordAsync(client, userName, password, cancellation);
        return grant is null ? challenge! : Answer(await issuer.IssueAsync(grant, cancellation), withRefreshToken: true);
    }

    private void Remember(JsonObject challenge)
    {
        if (Text(challenge, "Session") is { } session && challenge["ChallengeParameters"] is JsonObject parameters
            && Text(parameters, "USER_ID_FOR_SRP") is { } userName)
        {
            challenges[session] = userName;
        }
    }

    private async Task<bool> IsSameUserAsync(PoolDefinition pool, string userName, string claimed, CancellationToken cancellation)
    {
        if (userName == claimed)
        {
            return true;
        }

        var user = await users.CallAsync(
            "AdminGetUser", new JsonObject { ["UserPoolId"] = pool.Id, ["Username"] = claimed }, cancellation);
        return Text(user, "Username") == userName;
    }

    // Amazon Cognito marks what the code was sent to as verified; cognito-local does not.
    private async Task<JsonObject> ConfirmSignUpAsync(PoolDefinition pool, JsonObject request, CancellationToken cancellation)
    {
        var answer = await users.CallAsync("ConfirmSignUp", request, cancellation);
        if (pool.Properties.AutoVerifiedAttributes.Contains("email"))
        {
            var attributes = await issuer.AttributesAsync(pool, Text(request, "Username")!, cancellation);
            await users.CallAsync("AdminUpdateUserAttributes", new JsonObject
            {
                ["UserPoolId"] = pool.Id,
                ["Username"] = Text(request, "Username"),
                ["UserAttributes"] = new JsonArray(
                    new JsonObject { ["Name"] = "email", ["Value"] = attributes.GetValueOrDefault("email") },
                    new JsonObject { ["Name"] = "email_verified", ["Value"] = "true" }),
            }, cancellation);
        }

        return answer;
    }
}
