namespace Lexicon.Local.CloudFront;

/// <summary><c>HeadersConfig</c>.</summary>
internal sealed record HeadersConfig(string HeaderBehavior, IReadOnlyList<string>? Headers = null);
