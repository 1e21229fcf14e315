namespace Lexicon.Local.CloudFront.Resources;

/// <summary>One of <c>OriginCustomHeaders</c>.</summary>
internal sealed record OriginHeaderProperties(string HeaderName, string HeaderValue);
