using Lexicon.Local.CognitoIdentity.Resources;

namespace Lexicon.Local.CognitoIdentity;

/// <summary>
/// Which role an identity gets (https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html).
/// </summary>
internal static class RoleChoice
{
    /// <summary>The role of whoever shows a token, or of a guest.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="login">The token; null for a guest.</param>
    /// <param name="wanted"><c>CustomRoleArn</c>: one of several that the token names; null: none.</param>
    /// <exception cref="CognitoIdentityException">There is none, or not the wanted one.</exception>
    public static string Choose(IdentityPool pool, LoginToken? login, string? wanted)
    {
        var roles = pool.Roles?.Roles ?? new Dictionary<string, string>();
        if (login is null)
        {
            return roles.GetValueOrDefault("unauthenticated") ?? throw CognitoIdentityException.NoRole();
        }

        return Mapped(pool, login, wanted, out var mapping)
            ?? (mapping is { AmbiguousRoleResolution: "Deny" }
                ? throw CognitoIdentityException.NotAuthorized("Access denied: no role of the role mapping fits the token.")
                : roles.GetValueOrDefault("authenticated"))
            ?? throw CognitoIdentityException.NoRole();
    }

    private static string? Mapped(
        IdentityPool pool, LoginToken login, string? wanted, out IdentityPoolRoleAttachmentProperties.RoleMapping? mapping)
    {
        var name = $"{login.Provider}:{login.ClientId}";
        mapping = pool.Roles?.RoleMappings.FirstOrDefault(one => (one.Value.IdentityProvider ?? one.Key) == name).Value;
        return mapping switch
        {
            { Type: "Rules", RulesConfiguration.Rules: var rules } => rules.FirstOrDefault(rule => Fits(rule, login))?.RoleARN,
            { Type: "Token" } => OfToken(login, wanted),
            _ => null,
        };
    }

    // The wanted one of those that the token names; else the preferred; else the only one.
    private static string? OfToken(LoginToken login, string? wanted)
    {
        var roles = login.Values("cognito:roles");
        if (wanted is not null)
        {
            return roles.Contains(wanted)
                ? wanted
                : throw CognitoIdentityException.NotAuthorized("The requested role is not in the token's cognito:roles.");
        }

        return login.Values("cognito:preferred_role") is [var preferred] ? preferred : roles is [var only] ? only : null;
    }

    // A claim of several values fits where one of them does.
    private static bool Fits(IdentityPoolRoleAttachmentProperties.MappingRule rule, LoginToken login)
    {
        var values = login.Values(rule.Claim);
        return rule.MatchType switch
        {
            "Equals" => values.Contains(rule.Value),
            "Contains" => values.Any(value => value.Contains(rule.Value, StringComparison.Ordinal)),
            "StartsWith" => values.Any(value => value.StartsWith(rule.Value, StringComparison.Ordinal)),
            _ => values.Count > 0 && !values.Contains(rule.Value),
        };
    }
}
