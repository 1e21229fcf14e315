using System.Globalization;
using System.Text.Json.Nodes;
using Lexicon.Local.Cognito.Users;

namespace Lexicon.Local.Cognito.Api;

/// <summary>
/// ForgotPassword and ConfirmForgotPassword: who gets a code, for how long it is good, and what is said where there is no such user
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html). cognito-local takes any code that
/// it keeps for a user, the one of a sign-up too, and a request without a code for a right one where it keeps none.
/// </summary>
internal sealed class PasswordResets(IUserDirectory users, Database database, TimeProvider time)
{
    // https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-recover-a-user-account.html.
    private static readonly TimeSpan CodeLife = TimeSpan.FromHours(1);

    /// <summary>ForgotPassword: a code for the user's verified address.</summary>
    public async Task<JsonObject> BeginAsync(
        PoolDefinition pool, ClientDefinition client, JsonObject request, CancellationToken cancellation)
    {
        Refuse(pool);
        var userName = request.Required("Username");
        var user = await FindAsync(pool, userName, cancellation);
        return Flaw(user) switch
        {
            null => await users.CallAsync("ForgotPassword", request, cancellation),

            // Whoever asks is not told whether there is such a user.
            _ when IsSilent(client) => new JsonObject
            {
                ["CodeDeliveryDetails"] = new JsonObject
                {
                    ["AttributeName"] = "email",
                    ["DeliveryMedium"] = "EMAIL",
                    ["Destination"] = userName,
                },
            },
            var flaw => throw flaw,
        };
    }

    /// <summary>ConfirmForgotPassword: the new password, for the code.</summary>
    public async Task<JsonObject> FinishAsync(
        PoolDefinition pool, ClientDefinition client, JsonObject request, CancellationToken cancellation)
    {
        Refuse(pool);
        var userName = request.Required("Username");
        _ = request.Required("ConfirmationCode");
        _ = request.Required("Password");
        var user = await FindAsync(pool, userName, cancellation);
        if (Flaw(user) is { } flaw)
        {
            throw IsSilent(client) ? CodeMismatch() : flaw;
        }

        return database.ConfirmationCode(pool.Id, userName) is not null && time.GetUtcNow() - SentAt(user!) < CodeLife
            ? await users.CallAsync("ConfirmForgotPassword", request, cancellation)
            : throw new CognitoException("ExpiredCodeException", "Invalid code provided, please request a code again.");
    }

    /// <summary>What is said of a code that is another one.</summary>
    public static CognitoException CodeMismatch() =>
        new("CodeMismatchException", "Invalid verification code provided, please try again.");

    private static void Refuse(PoolDefinition pool)
    {
        if (!pool.RecoversPasswords)
        {
            throw new CognitoException("NotAuthorizedException", "Contact administrator to reset password.");
        }
    }

    private static bool IsSilent(ClientDefinition client) => client.Properties.PreventUserExistenceErrors is "ENABLED";

    // The code is the last thing that was written to the user. cognito-local gives the seconds, or what it read from its file.
    private static DateTimeOffset SentAt(JsonObject user) =>
        user["UserLastModifiedDate"] is JsonValue value && value.TryGetValue<long>(out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.Parse(
                user["UserLastModifiedDate"]!.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static CognitoException? Flaw(JsonObject? user) => user switch
    {
        null => new("UserNotFoundException", "Username/client id combination not found."),
        _ when user["Enabled"] is JsonValue enabled && !enabled.GetValue<bool>() => new("NotAuthorizedException", "User is disabled."),
        _ when user.Text("UserStatus") is "FORCE_CHANGE_PASSWORD" =>
            new("NotAuthorizedException", "User password cannot be reset in the current state."),
        _ when !IsVerified(user) => new(
            "InvalidParameterException",
            "Cannot reset password for the user as there is no registered/verified email or phone_number"),
        _ => null,
    };

    private static bool IsVerified(JsonObject user) =>
        user.Text("UserStatus") is not "UNCONFIRMED"
        && (user["UserAttributes"] as JsonArray ?? []).OfType<JsonObject>().Any(
            attribute => attribute.Text("Name") is "email_verified" && attribute.Text("Value") is "true");

    private async Task<JsonObject?> FindAsync(PoolDefinition pool, string userName, CancellationToken cancellation)
    {
        try
        {
            return await users.CallAsync(
                "AdminGetUser", new JsonObject { ["UserPoolId"] = pool.Id, ["Username"] = userName }, cancellation);
        }
        catch (CognitoException error) when (error.Type is "UserNotFoundException")
        {
            return null;
        }
    }
}
