namespace Lexicon.Local.CloudFront;

/// <summary><c>ReferrerPolicy</c>.</summary>
internal sealed record ReferrerPolicyHeader(string ReferrerPolicy, bool Override);
