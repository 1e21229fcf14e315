namespace Lexicon.Local.CloudFront;

/// <summary>What a distribution makes of an error of its origins.</summary>
/// <param name="PagePath">The page that replaces the origin's answer; null: it stays.</param>
/// <param name="ResponseStatus">The status that goes with the page; null: the origin's.</param>
/// <param name="CachingMinTtl">The least time that the error is cached.</param>
internal sealed record CustomErrorResponse(string? PagePath, int? ResponseStatus, TimeSpan CachingMinTtl);
