namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>ReferrerPolicy</c>.</summary>
internal sealed record ReferrerPolicyHeader(string ReferrerPolicy, bool Override);
