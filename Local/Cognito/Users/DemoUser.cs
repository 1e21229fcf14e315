namespace Lexicon.Local.Cognito.Users;

/// <summary>The one user that every local pool begins with, so that a newcomer can sign in at once.</summary>
internal static class DemoUser
{
    /// <summary>What to type as the user name.</summary>
    public const string Name = "demo@example.com";

    /// <summary>What to type as the password.</summary>
    public const string Password = "Demo-1234!";

    /// <summary>The <c>sub</c>: always the same, so that what the demo user owns survives a new pool.</summary>
    public const string Sub = "de300000-0000-4000-8000-000000000001";
}
