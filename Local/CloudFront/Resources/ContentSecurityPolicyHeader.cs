namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>ContentSecurityPolicy</c>.</summary>
internal sealed record ContentSecurityPolicyHeader(string ContentSecurityPolicy, bool Override);
