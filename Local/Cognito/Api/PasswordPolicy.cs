using System.Text.RegularExpressions;
using Lexicon.Local.Cognito.Resources;
using Lexicon.Local.Cognito.Users;

namespace Lexicon.Local.Cognito.Api;

/// <summary>
/// What a new password must have: letters are those of Basic Latin, and a space is a symbol
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html).
/// </summary>
internal static class PasswordPolicy
{
    /// <summary>The rules of a pool, in the order in which they are checked. Pages show them before anything is typed.</summary>
    public static IEnumerable<PasswordRule> Rules(UserPoolProperties.PasswordRules policy)
    {
        yield return new(
            $"at least {policy.MinimumLength} characters", $"^[\\s\\S]{{{policy.MinimumLength},}}$", "Password not long enough");
        if (policy.RequireUppercase)
        {
            yield return new("an upper case letter", "[A-Z]", "Password must have uppercase characters");
        }

        if (policy.RequireLowercase)
        {
            yield return new("a lower case letter", "[a-z]", "Password must have lowercase characters");
        }

        if (policy.RequireNumbers)
        {
            yield return new("a digit", "[0-9]", "Password must have numeric characters");
        }

        if (policy.RequireSymbols)
        {
            yield return new(
                "a symbol, such as ! or -",
                """[\^$*.\[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]""",
                "Password must have symbol characters");
        }
    }

    /// <exception cref="CognitoException"><c>InvalidPasswordException</c> with the rule that is broken.</exception>
    public static void Check(UserPoolProperties.PasswordRules policy, string password)
    {
        if (Rules(policy).FirstOrDefault(rule => !Regex.IsMatch(password, rule.Pattern)) is { } broken)
        {
            throw new CognitoException("InvalidPasswordException", $"Password did not conform with policy: {broken.Broken}");
        }
    }
}
