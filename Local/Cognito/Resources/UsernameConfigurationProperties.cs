namespace Lexicon.Local.Cognito.Resources;

/// <summary>
/// Whether user names and e-mail addresses compare with case: in a pool whose template says nothing they do
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-case-sensitivity.html).
/// </summary>
internal sealed record UsernameConfigurationProperties
{
    public bool CaseSensitive { get; init; } = true;
}
