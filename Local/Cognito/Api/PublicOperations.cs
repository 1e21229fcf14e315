namespace Lexicon.Local.Cognito.Api;

/// <summary>
/// The operations that need no signature, since a client's own user calls them
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html).
/// </summary>
internal static class PublicOperations
{
    /// <summary>The request itself shows who the caller is: by a password, a code or a session.</summary>
    public static IReadOnlySet<string> Open { get; } = new HashSet<string>
    {
        "InitiateAuth", "RespondToAuthChallenge", "SignUp", "ConfirmSignUp", "ResendConfirmationCode", "ForgotPassword",
        "ConfirmForgotPassword", "RevokeToken", "GetTokensFromRefreshToken",
    };

    /// <summary>An access token in the request shows who the caller is.</summary>
    public static IReadOnlySet<string> ByAccessToken { get; } = new HashSet<string>
    {
        "GetUser", "ChangePassword", "UpdateUserAttributes", "DeleteUserAttributes", "DeleteUser", "VerifyUserAttribute",
        "GetUserAttributeVerificationCode", "AssociateSoftwareToken", "VerifySoftwareToken", "SetUserMFAPreference",
        "GlobalSignOut",
    };
}
