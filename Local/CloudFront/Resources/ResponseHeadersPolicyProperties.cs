using System.Text.Json.Serialization;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.CloudFront.Resources;

/// <summary>What is honored of <c>AWS::CloudFront::ResponseHeadersPolicy</c>.</summary>
internal sealed record ResponseHeadersPolicyProperties(ResponseHeadersPolicyProperties.Config ResponseHeadersPolicyConfig)
{
    /// <summary><c>ResponseHeadersPolicyConfig</c>.</summary>
    internal sealed record Config
    {
        public SecurityHeadersConfig? SecurityHeadersConfig { get; init; }

        public CorsConfig? CorsConfig { get; init; }

        public Items<CustomHeader>? CustomHeadersConfig { get; init; }

        public Items<RemoveHeader>? RemoveHeadersConfig { get; init; }

        public ServerTimingConfig? ServerTimingHeadersConfig { get; init; }

        [Ignored("policies are found by id")]
        public string? Name { get; init; }

        [Ignored("a comment changes nothing")]
        public string? Comment { get; init; }
    }

    /// <summary>A list as CloudFront nests it.</summary>
    internal sealed record Items<T>([property: JsonPropertyName("Items")] IReadOnlyList<T> List);

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

    /// <summary><c>ContentSecurityPolicy</c>.</summary>
    internal sealed record ContentSecurityPolicyHeader(string ContentSecurityPolicy, bool Override);

    /// <summary><c>ContentTypeOptions</c>.</summary>
    internal sealed record ContentTypeOptionsHeader(bool Override);

    /// <summary><c>FrameOptions</c>.</summary>
    internal sealed record FrameOptionsHeader(string FrameOption, bool Override);

    /// <summary><c>ReferrerPolicy</c>.</summary>
    internal sealed record ReferrerPolicyHeader(string ReferrerPolicy, bool Override);

    /// <summary><c>StrictTransportSecurity</c>.</summary>
    internal sealed record StrictTransportSecurityHeader(
        long AccessControlMaxAgeSec, bool Override, bool IncludeSubdomains = false, bool Preload = false);

    /// <summary><c>XSSProtection</c>.</summary>
    internal sealed record XssProtectionHeader(bool Protection, bool Override, bool ModeBlock = false, string? ReportUri = null);

    /// <summary><c>CorsConfig</c>.</summary>
    internal sealed record CorsConfig
    {
        public required bool AccessControlAllowCredentials { get; init; }

        public required Items<string> AccessControlAllowHeaders { get; init; }

        public required Items<string> AccessControlAllowMethods { get; init; }

        public required Items<string> AccessControlAllowOrigins { get; init; }

        public Items<string>? AccessControlExposeHeaders { get; init; }

        public int? AccessControlMaxAgeSec { get; init; }

        public required bool OriginOverride { get; init; }
    }

    /// <summary>One of <c>CustomHeadersConfig</c>.</summary>
    internal sealed record CustomHeader(string Header, string Value, bool Override);

    /// <summary><c>ServerTimingHeadersConfig</c>.</summary>
    internal sealed record ServerTimingConfig(bool Enabled, double SamplingRate = 0);

    /// <summary>One of <c>RemoveHeadersConfig</c>.</summary>
    internal sealed record RemoveHeader(string Header);
}
