namespace Lexicon.Local.CloudFront;

/// <summary><c>QueryStringsConfig</c>.</summary>
internal sealed record QueryStringsConfig(string QueryStringBehavior, IReadOnlyList<string>? QueryStrings = null);
