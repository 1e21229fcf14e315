namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>StrictTransportSecurity</c>.</summary>
internal sealed record StrictTransportSecurityHeader(
    long AccessControlMaxAgeSec, bool Override, bool IncludeSubdomains = false, bool Preload = false);
