namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>QueryStringsConfig</c>.</summary>
internal sealed record QueryStringsConfig(string QueryStringBehavior, IReadOnlyList<string>? QueryStrings = null);
