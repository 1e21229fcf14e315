namespace Lexicon.Local.CloudFront;

/// <summary>The kinds of <see cref="Selection"/>.</summary>
internal enum SelectionKind
{
    None,
    All,
    Only,
    AllExcept,
}
