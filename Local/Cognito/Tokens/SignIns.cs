using System.Text.Json.Nodes;
using Lexicon.Local.Cognito.Users;

namespace Lexicon.Local.Cognito.Tokens;

/// <summary>
/// Checks passwords and refresh tokens against the directory, and closes what cognito-local leaves open: its errors for
/// wrong passwords, disabled users, expired refresh tokens and unfinished accounts are not Amazon Cognito's.
/// </summary>
internal sealed class SignIns(UserPools pools, IUserDirectory users, TimeProvider time)
{
    /// <summary>A password sign-in: the grant, or the challenge that stands before it.</summary>
    /// <exception cref="CognitoException">Wrong user name or password, or no confirmed user.</exception>
    public async Task<(Grant? Grant, JsonObject? Challenge)> ByPasswordAsync(
        ClientDefinition client, string userName, string password, CancellationToken cancellation)
    {
        var name = pools.PoolOf(client).Normalize(userName.Trim());
        var answer = await CheckedAsync("InitiateAuth", client, name, password, "USER_PASSWORD_AUTH", cancellation);
        if (answer["ChallengeName"] is not null)
        {
            // cognito-local asks for a new password before it has looked at the old one; this operation looks.
            await CheckedAsync("AdminInitiateAuth", client, name, password, "ADMIN_USER_PASSWORD_AUTH", cancellation);
            return (null, answer);
        }

        return (GrantOf(client, answer), null);
    }

    /// <summary>A sign-in that a refresh token continues.</summary>
    /// <exception cref="CognitoException">The refresh token is unknown, revoked, expired or another client's.</exception>
    public async Task<Grant> ByRefreshTokenAsync(
        ClientDefinition client, string refreshToken, string scope, CancellationToken cancellation)
    {
        try
        {
            var answer = await users.CallAsync("InitiateAuth", new JsonObject
            {
                ["AuthFlow"] = "REFRESH_TOKEN_AUTH",
                ["ClientId"] = client.Id,
                ["AuthParameters"] = new JsonObject { ["REFRESH_TOKEN"] = refreshToken },
            }, cancellation);

            // Known to the directory, so cognito-local wrote it: "iat" is when the password was given. It never looks at "exp".
            var claims = JsonWebToken.Peek(refreshToken)!;
            return (long)claims["exp"]! > time.GetUtcNow().ToUnixTimeSeconds()
                ? GrantOf(client, answer) with { RefreshToken = refreshToken, SignedInAt = (long)claims["iat"]!, Scope = scope }
                : throw new CognitoException("NotAuthorizedException", "Refresh Token has expired");
        }
        catch (CognitoException error) when (error.Type is "NotAuthorizedException" && error.Message is "User not authorized")
        {
            throw new CognitoException("NotAuthorizedException", "Invalid Refresh Token");
        }
    }

    private async Task<JsonObject> CheckedAsync(
        string operation, ClientDefinition client, string name, string password, string flow, CancellationToken cancellation)
    {
        try
        {
            return await users.CallAsync(operation, new JsonObject
            {
                ["AuthFlow"] = flow,
                ["ClientId"] = client.Id,
                ["UserPoolId"] = client.PoolId,
                ["AuthParameters"] = new JsonObject { ["USERNAME"] = name, ["PASSWORD"] = password },
            }, cancellation);
        }
        catch (CognitoException error) when (error.Type is "InvalidPasswordException")
        {
            throw new CognitoException("NotAuthorizedException", "Incorrect username or password.");
        }
        catch (CognitoException error) when (error.Type is "NotAuthorizedException")
        {
            // cognito-local's word for a user who is not there.
            throw client.Properties.PreventUserExistenceErrors is "ENABLED"
                ? new CognitoException("NotAuthorizedException", "Incorrect username or password.")
                : new CognitoException("UserNotFoundException", "User does not exist.");
        }
    }

    private static Grant GrantOf(ClientDefinition client, JsonObject answer)
    {
        var result = answer["AuthenticationResult"]!;
        var claims = JsonWebToken.Peek((string)result["AccessToken"]!)!;
        return new Grant(
            client.Id,
            (string)claims["username"]!,
            (string?)result["RefreshToken"] ?? string.Empty,
            (long)claims["auth_time"]!,
            TokenIssuer.ApiScope);
    }
}
