namespace Lexicon.Local.Cognito.OAuth;

/// <summary>An error of the OAuth endpoints (RFC 6749, sections 4.1.2.1 and 5.2).</summary>
/// <param name="error">The code, such as <c>invalid_grant</c>.</param>
/// <param name="description">A sentence for the developer.</param>
/// <param name="status">The HTTP status where the error is not redirected.</param>
internal sealed class OAuthException(string error, string description, int status = 400) : Exception(description)
{
    public string Error => error;

    public int Status => status;
}
