namespace Lexicon.Local.CloudFront.Resources;

/// <summary><c>SecurityHeadersConfig</c>.</summary>
internal sealed record SecurityHeadersConfig
{
    public ContentSecurityPolicyHeader? ContentSecurityPolicy { get; init; }

    public ContentTypeOptionsHeader? ContentTypeOptions { get; init; }

    public FrameOptionsHeader? FrameOptions { get; init; }

    public ReferrerPolicyHeader? ReferrerPolicy { get; init; }

    public StrictTransportSecurityHeader? StrictTransportSecurity { get; init; }

    public XssProtectionHeader? XSSProtection { get; init; }
}
