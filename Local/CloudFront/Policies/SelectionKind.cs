namespace Lexicon.Local.CloudFront.Policies;

/// <summary>The kinds of <see cref="Selection"/>.</summary>
internal enum SelectionKind
{
    None,
    All,
    Only,
    AllExcept,
}
