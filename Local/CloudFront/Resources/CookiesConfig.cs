namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>CookiesConfig</c>.</summary>
internal sealed record CookiesConfig(string CookieBehavior, IReadOnlyList<string>? Cookies = null);
