namespace Lexicon.Local.CloudFront;

/// <summary>One of <c>OriginCustomHeaders</c>.</summary>
internal sealed record OriginHeaderProperties(string HeaderName, string HeaderValue);
