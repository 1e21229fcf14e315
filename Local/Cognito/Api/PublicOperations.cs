namespace Lexicon.Local.Cognito.Api;

/// <summary>
/// The operations that need no signature, since a client's own user calls them
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html).
/// </summary>
internal static class PublicOperations
{
    /// <summary>Who the caller is, is said by the request: a password, a code or a session.</summary>
    public static IReadOnlySet<string> Open { get; } = new HashSet<string>
    {
        "InitiateAuth", "RespondToAuthChallenge", "SignUp", "ConfirmSignUp", "ResendConfirmationCode", "ForgotPassword",
        "ConfirmForgotPassword", "RevokeToken", "GetTokensFromRefreshToken",
    };

    /// <summary>Who the caller is, is said by an access token in the request.</summary>
    public static IReadOnlySet<string> ByAccessToken { get; } = new HashSet<string>
    {
        "GetUser", "ChangePassword", "UpdateUserAttributes", "DeleteUserAttributes", "DeleteUser", "VerifyUserAttribute",
        "GetUserAttributeVerificationCode", "AssociateSoftwareToken", "VerifySoftwareToken", "SetUserMFAPreference",
        "GlobalSignOut",
    };
}
