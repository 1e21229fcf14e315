namespace Lexicon.Infra;

/// <summary>The repository on GitHub whose workflows may deploy.</summary>
/// <param name="Name"><c>owner/name</c>.</param>
/// <param name="IsIssuerThere">Whether the account knows GitHub as an issuer of tokens already, which it can only once.</param>
internal sealed record GitHubRepository(string Name, bool IsIssuerThere)
{
    /// <summary>The repository that the context names, with <c>githubIssuer</c>; null where it names none.</summary>
    /// <exception cref="RefusedContextException">It is no name of a repository.</exception>
    public static GitHubRepository? Read(Context context)
    {
        var isIssuerThere = context.OneOf("githubIssuer") == "existing";
        return context.Text("githubRepository") is { } name ? new GitHubRepository(name, isIssuerThere) : null;
    }
}
