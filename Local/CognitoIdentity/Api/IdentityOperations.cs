using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Iam;

namespace Lexicon.Local.CognitoIdentity.Api;

/// <summary>
/// The enhanced flow: an id for a login, and credentials for the id
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html).
/// </summary>
internal sealed partial class IdentityOperations(
    IdentityPools pools, LoginTokens tokens, Lazy<IdentityIds> ids, IFederation federation, TimeSpan lifetime)
{
    private const string Provider = "cognito-identity.amazonaws.com";
    private const string SessionName = "CognitoIdentityCredentials";

    /// <summary>https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html</summary>
    public async Task<JsonObject> GetIdAsync(AwsCall call)
    {
        var id = Text(call, "IdentityPoolId", "identityPoolId");
        var pool = pools.Find(id)
            ?? throw new CognitoIdentityException("ResourceNotFoundException", $"IdentityPool '{id}' not found.");
        var login = await tokens.ReadAsync(pool, Logins(call), call.Cancellation);
        if (login is null && !pool.Properties.AllowUnauthenticatedIdentities)
        {
            throw NoGuests();
        }

        return new() { ["IdentityId"] = login is null ? ids.Value.CreateGuest(pool) : ids.Value.Of(pool, login) };
    }

    /// <summary>https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html</summary>
    public async Task<JsonObject> GetCredentialsAsync(AwsCall call)
    {
        var id = Text(call, "IdentityId", "identityId");
        var logins = Logins(call);
        var (pool, login) = await FindAsync(id, logins, call.Cancellation);
        if (login is null && !pool.Properties.AllowUnauthenticatedIdentities)
        {
            throw NoGuests();
        }

        var role = RoleChoice.Choose(pool, login, (string?)call.Request["CustomRoleArn"]);
        var identity = new FederatedIdentity(Provider, pool.Id, id, login?.AuthenticationProvider);
        var (credentials, expires) = federation.Assume(identity, role, SessionName, lifetime)
            ?? throw CognitoIdentityException.NoRole();
        return new()
        {
            ["Credentials"] = new JsonObject
            {
                ["AccessKeyId"] = credentials.AccessKeyId,
                ["Expiration"] = expires.ToUnixTimeSeconds(),
                ["SecretKey"] = credentials.SecretAccessKey,
                ["SessionToken"] = credentials.SessionToken,
            },
            ["IdentityId"] = id,
        };
    }

    // The id does not say of which pool it is: the pool is the one whose login, or whose guest, it is.
    private async Task<(IdentityPool Pool, LoginToken? Login)> FindAsync(
        string id, Dictionary<string, string> logins, CancellationToken cancellation)
    {
        if (logins.Count == 0)
        {
            return pools.All.FirstOrDefault(pool => ids.Value.IsGuest(pool, id)) is { } found
                ? (found, null)
                : throw CognitoIdentityException.NotAuthorized($"Access to Identity '{id}' is forbidden.");
        }

        CognitoIdentityException? refusal = null;
        foreach (var pool in pools.All)
        {
            try
            {
                var login = await tokens.ReadAsync(pool, logins, cancellation);
                if (login is not null && ids.Value.Of(pool, login) == id)
                {
                    return (pool, login);
                }
            }
            catch (CognitoIdentityException why)
            {
                refusal ??= why;
            }
        }

        throw refusal ?? CognitoIdentityException.NotAuthorized(
            "Logins don't match. Please include at least one valid login for this identity or identity pool.");
    }

    private static CognitoIdentityException NoGuests() =>
        CognitoIdentityException.NotAuthorized("Unauthenticated access is not supported for this identity pool.");

    private static Dictionary<string, string> Logins(AwsCall call) =>
        (call.Request["Logins"] as JsonObject ?? []).ToDictionary(login => login.Key, login => login.Value?.ToString() ?? "");

    private static string Text(AwsCall call, string member, string named) => call.Request[member]?.ToString() switch
    {
        null => throw Invalid("null", named, "not be null"),
        { Length: > 55 } text => throw Invalid($"'{text}'", named, "have length less than or equal to 55"),
        var text when IdPattern().IsMatch(text) => text,
        var text => throw Invalid($"'{text}'", named, @"satisfy regular expression pattern: [\w-]+:[0-9a-f-]+"),
    };

    private static CognitoIdentityException Invalid(string value, string member, string must) => new(
        "ValidationException",
        $"1 validation error detected: Value {value} at '{member}' failed to satisfy constraint: Member must {must}");

    [GeneratedRegex(@"^[\w-]+:[0-9a-f-]+\z")]
    private static partial Regex IdPattern();
}
