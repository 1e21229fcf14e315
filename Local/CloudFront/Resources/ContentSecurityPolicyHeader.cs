namespace Lexicon.Local.CloudFront;

/// <summary><c>ContentSecurityPolicy</c>.</summary>
internal sealed record ContentSecurityPolicyHeader(string ContentSecurityPolicy, bool Override);
