using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Lexicon.Local.CloudFront.Resources;
using static Lexicon.Local.CloudFront.Api.CloudFrontXml;
using Behavior = Lexicon.Local.CloudFront.Resources.DistributionProperties.CacheBehavior;

namespace Lexicon.Local.CloudFront.Api;

/// <summary>
/// The documents of distributions, of what the templates declare
/// (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html).
/// </summary>
internal static class DistributionXml
{
    /// <summary><c>DistributionList</c>, one page.</summary>
    public static XElement Page(Page<Distribution> page) => CloudFrontXml.Page(
        "DistributionList",
        page,
        one => one.Id,
        one => Element("DistributionSummary", [.. Head(one), .. Settings(one.Config)]));

    /// <summary><c>Distribution</c>.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <param name="inProgress">How many of its invalidations are in progress.</param>
    public static XElement From(Distribution distribution, int inProgress) => Element(
        "Distribution",
        [
            .. Head(distribution),
            Element("InProgressInvalidationBatches", inProgress),
            Element("ActiveTrustedSigners", Element("Enabled", false), Element("Quantity", 0)),
            Element("ActiveTrustedKeyGroups", Element("Enabled", false), Element("Quantity", 0)),
            Config(distribution),
        ]);

    /// <summary><c>DistributionConfig</c>.</summary>
    public static XElement Config(Distribution distribution) => Element(
        "DistributionConfig", [Element("CallerReference", distribution.Id), .. Settings(distribution.Config)]);

    /// <summary>The version of a distribution's configuration.</summary>
    public static string ETagOf(Distribution distribution)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Config(distribution).ToString(SaveOptions.DisableFormatting)));
        return $"E{Convert.ToHexString(hash)[..13]}";
    }

    private static IEnumerable<XElement> Head(Distribution distribution) =>
    [
        Element("Id", distribution.Id),
        Element("ARN", distribution.Arn),
        Element("Status", "Deployed"),
        Element("LastModifiedTime", Time(distribution.Deployed)),
        Element("DomainName", distribution.DomainName),
    ];

    private static IEnumerable<XElement> Settings(DistributionProperties.Config config) =>
    [
        List("Aliases", "CNAME", config.Aliases),
        Element("DefaultRootObject", config.DefaultRootObject),
        List("Origins", [.. config.Origins.Select(OriginXml.From)]),
        Element("OriginGroups", Element("Quantity", 0)),
        Element("DefaultCacheBehavior", [.. OfBehavior(config.DefaultCacheBehavior)]),
        List("CacheBehaviors", [.. config.CacheBehaviors.Select(behavior => Element(
            "CacheBehavior", [Element("PathPattern", behavior.PathPattern), .. OfBehavior(behavior)]))]),
        List("CustomErrorResponses", [.. config.CustomErrorResponses.Select(response => Element(
            "CustomErrorResponse",
            Element("ErrorCode", response.ErrorCode),
            Element("ResponsePagePath", response.ResponsePagePath),
            Element("ResponseCode", response.ResponseCode),
            Element("ErrorCachingMinTTL", response.ErrorCachingMinTTL)))]),
        Element("Comment", config.Comment ?? ""),
        Element("PriceClass", config.PriceClass),
        Element("Enabled", config.Enabled),
        Element(
            "ViewerCertificate",
            Element("CloudFrontDefaultCertificate", true),
            Element("MinimumProtocolVersion", "TLSv1"),
            Element("CertificateSource", "cloudfront")),
        Element("Restrictions", OfCountries(config.Restrictions?.GeoRestriction)),
        Element("WebACLId", config.WebACLId ?? ""),
        Element("HttpVersion", config.HttpVersion ?? "http1.1"),
        Element("IsIPV6Enabled", config.IPV6Enabled),
    ];

    private static XElement OfCountries(DistributionProperties.GeoRestriction? restriction)
    {
        var countries = restriction?.Locations ?? [];
        return Element(
            "GeoRestriction",
            Element("RestrictionType", restriction?.RestrictionType ?? "none"),
            Element("Quantity", countries.Count),
            countries.Count > 0 ? Element("Items", [.. countries.Select(country => Element("Location", country))]) : null);
    }

    private static IEnumerable<XElement?> OfBehavior(Behavior behavior) =>
    [
        Element("TargetOriginId", behavior.TargetOriginId),
        Element("TrustedSigners", Element("Enabled", false), Element("Quantity", 0)),
        Element("TrustedKeyGroups", Element("Enabled", false), Element("Quantity", 0)),
        Element("ViewerProtocolPolicy", behavior.ViewerProtocolPolicy),
        List(
            "AllowedMethods",
            [.. behavior.AllowedMethods.Select(method => Element("Method", method))],
            List("CachedMethods", "Method", behavior.CachedMethods)),
        Element("SmoothStreaming", false),
        Element("Compress", behavior.Compress),
        Element("LambdaFunctionAssociations", Element("Quantity", 0)),
        List("FunctionAssociations", [.. behavior.FunctionAssociations.Select(function => Element(
            "FunctionAssociation", Element("FunctionARN", function.FunctionARN), Element("EventType", function.EventType)))]),
        Element("FieldLevelEncryptionId", ""),
        Element("CachePolicyId", behavior.CachePolicyId),
        behavior.OriginRequestPolicyId is { } request ? Element("OriginRequestPolicyId", request) : null,
        behavior.ResponseHeadersPolicyId is { } response ? Element("ResponseHeadersPolicyId", response) : null,
    ];
}
