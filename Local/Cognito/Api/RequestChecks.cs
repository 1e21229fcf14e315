using System.Text.Json.Nodes;
using Lexicon.Local.Cognito.Tokens;
using Lexicon.Local.Cognito.Users;

namespace Lexicon.Local.Cognito.Api;

/// <summary>What Amazon Cognito checks before it performs an operation, and cognito-local does not.</summary>
internal sealed class RequestChecks(UserPools pools, IUserDirectory users, TokenIssuer issuer)
{
    private static readonly HashSet<string> VerifiedAttributes = ["email_verified", "phone_number_verified"];

    /// <summary>Checks a request, and writes its user names as the pool compares them.</summary>
    /// <exception cref="CognitoException">Amazon Cognito would refuse it.</exception>
    public async Task CheckAsync(string operation, JsonObject request, CancellationToken cancellation)
    {
        if (PublicOperations.ByAccessToken.Contains(operation) && issuer.Access(request.Required("AccessToken")) is null)
        {
            throw new CognitoException("NotAuthorizedException", "Invalid Access Token");
        }

        if (PoolOf(request) is not { } pool)
        {
            return;
        }

        Normalize(request, pool);
        CheckPassword(request, pool);
        if (operation is "SignUp")
        {
            CheckSignUp(request, pool);
        }

        if (operation is "SignUp" or "UpdateUserAttributes" && request.Attributes().Any(one => VerifiedAttributes.Contains(one.Name)))
        {
            throw new CognitoException("NotAuthorizedException", "A client attempted to write unauthorized attribute");
        }

        if (operation is "SignUp" or "AdminCreateUser" && request.Attributes().Any(one => one.Name is "sub"))
        {
            throw new CognitoException("InvalidParameterException", "Cannot modify the non-mutable attribute sub");
        }

        if (operation is "UpdateUserAttributes" or "AdminUpdateUserAttributes")
        {
            await CheckAliasAsync(request, pool, cancellation);
        }
    }

    /// <summary>The pool that a request is about, by its client, its pool or its access token.</summary>
    /// <exception cref="CognitoException">It names one that is not there.</exception>
    public PoolDefinition? PoolOf(JsonObject request)
    {
        if (request.ContainsKey("ClientId"))
        {
            return pools.PoolOf(ClientOf(request));
        }

        if (request.Text("UserPoolId") is { } poolId)
        {
            return pools.Pool(poolId)
                ?? throw new CognitoException("ResourceNotFoundException", $"User pool {poolId} does not exist.");
        }

        return request.Text("AccessToken") is { } token
            && JsonWebToken.Peek(token) is { } claims
            && pools.Client(claims.Text("client_id")) is { } client
                ? pools.PoolOf(client)
                : null;
    }

    /// <summary>The client that a request names.</summary>
    /// <exception cref="CognitoException">There is none.</exception>
    public ClientDefinition ClientOf(JsonObject request)
    {
        var id = request.Text("ClientId");
        return pools.Client(id)
            ?? throw new CognitoException("ResourceNotFoundException", $"User pool client {id} does not exist.");
    }

    private static void Normalize(JsonObject request, PoolDefinition pool)
    {
        if (request.Text("Username") is { } name)
        {
            request["Username"] = pool.Normalize(name);
        }

        if (request["ChallengeResponses"] is JsonObject responses && responses.Text("USERNAME") is { } responder)
        {
            responses["USERNAME"] = pool.Normalize(responder);
        }

        // People sign in with the address, so it is kept as the pool compares it: cognito-local compares every letter.
        foreach (var attribute in (request["UserAttributes"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (pool.SignsInByEmail && attribute.Text("Name") is "email" && attribute.Text("Value") is { } address)
            {
                attribute["Value"] = pool.Normalize(address);
            }
        }
    }

    private static void CheckPassword(JsonObject request, PoolDefinition pool)
    {
        var password = request.Text("Password") ?? request.Text("ProposedPassword") ?? request.Text("TemporaryPassword")
            ?? (request["ChallengeResponses"] as JsonObject)?.Text("NEW_PASSWORD");
        if (password is not null)
        {
            PasswordPolicy.Check(pool.Properties.Policies.PasswordPolicy, password);
        }
    }

    private static void CheckSignUp(JsonObject request, PoolDefinition pool)
    {
        if (pool.Properties.AdminCreateUserConfig.AllowAdminCreateUserOnly)
        {
            throw new CognitoException("NotAuthorizedException", "SignUp is not permitted for this user pool");
        }

        var userName = request.Required("Username");
        _ = request.Required("Password");
        if (pool.SignsInByEmail && request.Attributes().Any(
            one => one.Name is "email" && pool.Normalize(one.Value ?? string.Empty) != userName))
        {
            throw new CognitoException(
                "InvalidParameterException", "The attribute email must be the user name, which is an e-mail address here.");
        }
    }

    private async Task CheckAliasAsync(JsonObject request, PoolDefinition pool, CancellationToken cancellation)
    {
        if (!pool.SignsInByEmail || request.Attributes().FirstOrDefault(one => one.Name is "email").Value is not { } email)
        {
            return;
        }

        var self = request.Text("AccessToken") is { } token
            ? issuer.Access(token)!.Required("username")
            : request.Required("Username");
        if (await UserNameAsync(pool, email, cancellation) is { } other
            && other != await UserNameAsync(pool, self, cancellation))
        {
            throw new CognitoException("AliasExistsException", "An account with the given email already exists.");
        }
    }

    private async Task<string?> UserNameAsync(PoolDefinition pool, string name, CancellationToken cancellation)
    {
        try
        {
            var user = await users.CallAsync(
                "AdminGetUser", new JsonObject { ["UserPoolId"] = pool.Id, ["Username"] = pool.Normalize(name) }, cancellation);
            return user.Text("Username");
        }
        catch (CognitoException error) when (error.Type is "UserNotFoundException")
        {
            return null;
        }
    }
}
