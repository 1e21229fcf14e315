namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>HeadersConfig</c>.</summary>
internal sealed record HeadersConfig(string HeaderBehavior, IReadOnlyList<string>? Headers = null);
