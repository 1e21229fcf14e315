namespace Lexicon.Local.Cognito.Resources;

/// <summary>Whether user names and e-mail addresses compare with case.</summary>
internal sealed record UsernameConfigurationProperties
{
    public bool CaseSensitive { get; init; }
}
