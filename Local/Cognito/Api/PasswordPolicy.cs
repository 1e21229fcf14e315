using Lexicon.Local.Cognito.Resources;
using Lexicon.Local.Cognito.Users;

namespace Lexicon.Local.Cognito.Api;

/// <summary>
/// What a new password must have
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html).
/// </summary>
internal static class PasswordPolicy
{
    private const string Symbols = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- ";

    /// <exception cref="CognitoException"><c>InvalidPasswordException</c> with the rule that is broken.</exception>
    public static void Check(UserPoolProperties.PasswordRules policy, string password)
    {
        var broken = policy switch
        {
            _ when password.Length < policy.MinimumLength => "Password not long enough",
            _ when policy.RequireUppercase && !password.Any(char.IsUpper) => "Password must have uppercase characters",
            _ when policy.RequireLowercase && !password.Any(char.IsLower) => "Password must have lowercase characters",
            _ when policy.RequireNumbers && !password.Any(char.IsAsciiDigit) => "Password must have numeric characters",
            _ when policy.RequireSymbols && !password.Any(Symbols.Contains) => "Password must have symbol characters",
            _ => null,
        };
        if (broken is not null)
        {
            throw new CognitoException("InvalidPasswordException", $"Password did not conform with policy: {broken}");
        }
    }
}
