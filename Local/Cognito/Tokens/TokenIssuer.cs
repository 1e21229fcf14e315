using System.Text.Json.Nodes;
using Lexicon.Local.Cognito.Users;

namespace Lexicon.Local.Cognito.Tokens;

/// <summary>
/// Makes the tokens, with the claims that Amazon Cognito puts into them
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html and
/// .../amazon-cognito-user-pools-using-the-access-token.html).
/// </summary>
internal sealed class TokenIssuer(UserPools pools, IUserDirectory users, Lazy<SigningKey> key, TimeProvider time)
{
    /// <summary>The scope of tokens that the API issues, rather than the OAuth endpoints.</summary>
    public const string ApiScope = "aws.cognito.signin.user.admin";

    /// <summary>The tokens of a grant.</summary>
    /// <exception cref="CognitoException">The user is gone or disabled, or the directory does not answer.</exception>
    public async Task<IssuedTokens> IssueAsync(Grant grant, CancellationToken cancellation)
    {
        var client = pools.Client(grant.ClientId)!;
        var pool = pools.PoolOf(client);
        var attributes = await AttributesAsync(pool, grant.UserName, cancellation);
        var groups = await GroupsAsync(pool, grant.UserName, cancellation);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var eventId = Guid.NewGuid().ToString();
        var origin = Guid.NewGuid().ToString();

        var access = new JsonObject
        {
            ["sub"] = attributes["sub"],
            ["iss"] = pools.Issuer(pool).AbsoluteUri,
            ["version"] = 2,
            ["client_id"] = client.Id,
            ["origin_jti"] = origin,
            ["event_id"] = eventId,
            ["token_use"] = "access",
            ["scope"] = grant.Scope,
            ["auth_time"] = grant.SignedInAt,
            ["exp"] = now + (long)client.AccessTokenLife.TotalSeconds,
            ["iat"] = now,
            ["jti"] = Guid.NewGuid().ToString(),
            ["username"] = grant.UserName,
        };
        var id = new JsonObject
        {
            ["sub"] = attributes["sub"],
            ["iss"] = pools.Issuer(pool).AbsoluteUri,
            ["cognito:username"] = grant.UserName,
            ["origin_jti"] = origin,
            ["aud"] = client.Id,
            ["event_id"] = eventId,
            ["token_use"] = "id",
            ["auth_time"] = grant.SignedInAt,
            ["exp"] = now + (long)client.IdTokenLife.TotalSeconds,
            ["iat"] = now,
            ["jti"] = Guid.NewGuid().ToString(),
        };
        foreach (var (name, value) in attributes.Where(attribute => attribute.Key is not "sub"))
        {
            id[name] = name is "email_verified" or "phone_number_verified" ? value is "true" : value;
        }

        if (grant.Nonce is { } nonce)
        {
            id["nonce"] = nonce;
        }

        if (groups.Count > 0)
        {
            access["cognito:groups"] = groups.DeepClone();
            id["cognito:groups"] = groups;
        }

        return new IssuedTokens(
            JsonWebToken.Write(key.Value, id), JsonWebToken.Write(key.Value, access), grant.RefreshToken,
            (int)client.AccessTokenLife.TotalSeconds);
    }

    /// <summary>The claims of a live access token of one of our pools; null for anything else.</summary>
    public JsonObject? Access(string token)
    {
        if (JsonWebToken.Verify(key.Value, token) is not { } claims
            || (string?)claims["token_use"] != "access"
            || (long)claims["exp"]! <= time.GetUtcNow().ToUnixTimeSeconds()
            || pools.Client((string?)claims["client_id"]) is not { } client)
        {
            return null;
        }

        return (string?)claims["iss"] == pools.Issuer(pools.PoolOf(client)).AbsoluteUri ? claims : null;
    }

    /// <summary>The attributes of a user by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AttributesAsync(
        PoolDefinition pool, string userName, CancellationToken cancellation)
    {
        var user = await users.CallAsync(
            "AdminGetUser", new JsonObject { ["UserPoolId"] = pool.Id, ["Username"] = userName }, cancellation);
        if (user["Enabled"] is JsonValue enabled && !enabled.GetValue<bool>())
        {
            throw new CognitoException("NotAuthorizedException", "User is disabled.");
        }

        return user["UserAttributes"]!.AsArray().ToDictionary(
            attribute => (string)attribute!["Name"]!, attribute => (string?)attribute!["Value"] ?? string.Empty);
    }

    private async Task<JsonArray> GroupsAsync(PoolDefinition pool, string userName, CancellationToken cancellation)
    {
        var answer = await users.CallAsync(
            "AdminListGroupsForUser", new JsonObject { ["UserPoolId"] = pool.Id, ["Username"] = userName }, cancellation);
        return new JsonArray([.. (answer["Groups"] as JsonArray ?? []).Select(group => (JsonNode?)(string?)group!["GroupName"])]);
    }
}
