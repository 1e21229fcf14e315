using Amazon.CDK;
using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.CloudFront.Origins;
using Amazon.CDK.AWS.S3;
using Constructs;
using Lexicon.Infra.Api;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Site;

/// <summary>
/// The distribution. It has no error pages of its own: they would hold for every behavior and replace the API's 403 and 404; see
/// <see cref="MissingPages"/>.
/// </summary>
internal sealed class Edge : Construct
{
    // What CloudFront would answer again for ten seconds, though the next request may well succeed:
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html.
    private static readonly double[] PassingErrors = [403, 404, 500, 502, 503, 504];

    public Edge(Construct scope, string id, EdgeProps props)
        : base(scope, id)
    {
        var headers = new SecurityHeaders(this, "SecurityHeaders", props).Policy;
        var caches = new Caches(this, "Caches", props.Options);
        var api = new HttpOrigin(props.ApiDomainName, new HttpOriginProps
        {
            OriginPath = $"/{props.ApiStageName}",
            ProtocolPolicy = OriginProtocolPolicy.HTTPS_ONLY,

            // In the place of what a viewer sent by this name.
            CustomHeaders = new Dictionary<string, string> { [OriginKey.Header] = OriginKey.ValueOf(props.OriginKeyArn) },
        });
        var reading = new S3BucketOriginWithOACProps
        {
            OriginAccessControl = new S3OriginAccessControl(this, "Reading", new S3OriginAccessControlProps
            {
                OriginAccessControlName = props.Name,
            }),
        };
        var images = Bucket.FromBucketAttributes(this, "Images", new BucketAttributes
        {
            BucketName = props.ImagesBucketName,
            Region = props.Region,
        });

        var missing = new MissingPages(this, "MissingPages", props.Name, props.PagesFolder).Function;

        // An error keeps its body and its status; only the ten seconds for which CloudFront would repeat it are taken away.
        var noTime = Duration.Seconds(0);

        Distribution = new Distribution(this, "Distribution", new DistributionProps
        {
            Comment = "Lexicon",
            DefaultRootObject = "index.html",
            HttpVersion = HttpVersion.HTTP2_AND_3,
            DefaultBehavior = Static(S3BucketOrigin.WithOriginAccessControl(props.Pages, reading), caches.Files, headers, missing),
            AdditionalBehaviors = new Dictionary<string, IBehaviorOptions>
            {
                // The first match wins. What a signed-in reader or a moderator is answered must never be kept for another one.
                ["/api/me/*"] = Dynamic(api, CachePolicy.CACHING_DISABLED, headers),
                ["/api/moderation/*"] = Dynamic(api, CachePolicy.CACHING_DISABLED, headers),
                ["/api/*"] = Dynamic(api, caches.Answers, headers),
                ["/images/*"] = Static(S3BucketOrigin.WithOriginAccessControl(images, reading), caches.Images, headers),
            },
            ErrorResponses = [.. PassingErrors.Select(status => new ErrorResponse { HttpStatus = status, Ttl = noTime })],
            EnableLogging = true,
            LogBucket = props.Logs,
            LogFilePrefix = "edge/",
            LogIncludesCookies = false,
            DomainNames = props.Options.Domain is { } domain ? [domain.Name] : null,
            Certificate = props.Certificate,

            // Only with a certificate of its own: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html.
            MinimumProtocolVersion = props.Certificate is null ? null : SecurityPolicyProtocol.TLS_V1_2_2021,
            WebAclId = props.FirewallArn,
            GeoRestriction = props.Options.AllowedCountries is [_, ..] countries ? GeoRestriction.Allowlist([.. countries]) : null,
        });

        // Until it is gone it writes down requests, which a bucket that was emptied before would still get.
        Distribution.Node.AddDependency(props.Logs);

        Url = $"https://{props.Options.Domain?.Name ?? Distribution.DistributionDomainName}";

        Distribution.Waive([.. WhatIsNotAskedFor(props)]);

        // The bucket's policy, which lets this account's distributions read, stands beside the bucket in Data.
        Annotations.Of(this).AcknowledgeWarning("@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac");
    }

    public Distribution Distribution { get; }

    /// <summary>The address of the site, without a slash at its end.</summary>
    public string Url { get; }

    private static IEnumerable<Waiver> WhatIsNotAskedFor(EdgeProps props)
    {
        if (props.Options.AllowedCountries.Count == 0)
        {
            yield return new("AwsSolutions-CFR1", "Readers are everywhere; -c allowedCountries=SE,NO keeps others out.");
        }

        if (props.FirewallArn is null)
        {
            yield return new("AwsSolutions-CFR2", "A web ACL costs money each month without a request; -c waf=true adds one.");
        }

        if (props.Certificate is null)
        {
            yield return new(
                "AwsSolutions-CFR4", "CloudFront's own certificate takes no minimum protocol; -c domainName=... brings TLS 1.2 along.");
        }
    }

    private static BehaviorOptions Static(
        IOrigin origin, ICachePolicy cache, IResponseHeadersPolicy headers, Function? before = null) => new()
        {
            Origin = origin,
            AllowedMethods = AllowedMethods.ALLOW_GET_HEAD,
            CachePolicy = cache,
            ResponseHeadersPolicy = headers,
            ViewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
            FunctionAssociations = before is null
            ? null
            : [new FunctionAssociation { EventType = FunctionEventType.VIEWER_REQUEST, Function = before }],
            Compress = true,
        };

    // A token that was sent over plain HTTP is lost already, so the API is not redirected to but refused there.
    private static BehaviorOptions Dynamic(IOrigin origin, ICachePolicy cache, IResponseHeadersPolicy headers) => new()
    {
        Origin = origin,
        AllowedMethods = AllowedMethods.ALLOW_ALL,
        CachePolicy = cache,
        OriginRequestPolicy = OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        ResponseHeadersPolicy = headers,
        ViewerProtocolPolicy = ViewerProtocolPolicy.HTTPS_ONLY,
        Compress = true,
    };
}
