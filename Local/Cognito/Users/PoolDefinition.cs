using Lexicon.Local.Cognito.Resources;

namespace Lexicon.Local.Cognito.Users;

/// <summary>A user pool of the templates.</summary>
internal sealed record PoolDefinition(string Id, UserPoolProperties Properties)
{
    /// <summary>Its ARN.</summary>
    public string Arn => Account.Arn("cognito-idp", $"userpool/{Id}");

    /// <summary>Whether people sign in with their e-mail address; their user name is then their <c>sub</c>.</summary>
    public bool SignsInByEmail => Properties.UsernameAttributes.Contains("email");

    /// <summary>Whether people may make accounts of their own.</summary>
    public bool TakesSignUps => !Properties.AdminCreateUserConfig.AllowAdminCreateUserOnly;

    /// <summary>
    /// Whether people who forgot their password get a code by e-mail: not where the template leaves it to administrators.
    /// </summary>
    public bool RecoversPasswords =>
        Properties.AccountRecoverySetting.RecoveryMechanisms is []
        || Properties.AccountRecoverySetting.RecoveryMechanisms.Any(mechanism => mechanism.Name is "verified_email");

    /// <summary>A user name as the pool compares it.</summary>
    public string Normalize(string userName) =>
        Properties.UsernameConfiguration.CaseSensitive ? userName : userName.ToLowerInvariant();
}
