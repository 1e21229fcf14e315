using System.Xml.Linq;
using Lexicon.Local.CloudFront.Resources;
using static Lexicon.Local.CloudFront.Api.CloudFrontXml;

namespace Lexicon.Local.CloudFront.Api;

/// <summary>
/// <c>Origin</c>, as a template declares it (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html).
/// </summary>
internal static class OriginXml
{
    /// <summary>The document.</summary>
    public static XElement From(DistributionProperties.Origin origin) => Element(
        "Origin",
        Element("Id", origin.Id),
        Element("DomainName", origin.DomainName),
        Element("OriginPath", origin.OriginPath),
        List("CustomHeaders", [.. origin.OriginCustomHeaders.Select(header => Element(
            "OriginCustomHeader", Element("HeaderName", header.HeaderName), Element("HeaderValue", header.HeaderValue)))]),
        origin.S3OriginConfig is { } bucket
            ? Element("S3OriginConfig", Element("OriginAccessIdentity", bucket.OriginAccessIdentity))
            : null,
        origin.CustomOriginConfig is { } custom ? FromCustom(custom) : null,
        Element("ConnectionAttempts", origin.ConnectionAttempts),
        Element("ConnectionTimeout", origin.ConnectionTimeout ?? 10),
        Element("OriginShield", Element("Enabled", false)),
        Element("OriginAccessControlId", origin.OriginAccessControlId ?? ""));

    private static XElement FromCustom(DistributionProperties.CustomOriginConfig config) => Element(
        "CustomOriginConfig",
        Element("HTTPPort", config.HTTPPort ?? 80),
        Element("HTTPSPort", config.HTTPSPort ?? 443),
        Element("OriginProtocolPolicy", config.OriginProtocolPolicy),
        List("OriginSslProtocols", "SslProtocol", config.OriginSSLProtocols ?? ["TLSv1", "SSLv3"]),
        Element("OriginReadTimeout", config.OriginReadTimeout ?? 30),
        Element("OriginKeepaliveTimeout", config.OriginKeepaliveTimeout ?? 5));
}
