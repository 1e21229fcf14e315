using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>What the distribution answers from where, what it keeps, and what it tells browsers.</summary>
public sealed class EdgeTests
{
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
    private const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
    private const string AllViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Behaviours_SendEachPathToItsOrigin(string stage)
    {
        var distribution = Distribution(stage);
        var behaviours = distribution["DistributionConfig.CacheBehaviors"]!.AsArray()
            .Select(behaviour => $"{behaviour!["PathPattern"]} -> {OriginOf(distribution, (string)behaviour["TargetOriginId"]!)}")
            .Append($"* -> {OriginOf(distribution, distribution.Text("DistributionConfig.DefaultCacheBehavior.TargetOriginId"))}");

        var api = $"${{import Lexicon-{stage}-Api-ApiId}}.execute-api.us-east-1.${{AWS::URLSuffix}}/{stage}";

        // The first pattern that matches wins.
        Assert.Equal(
            [
                $"/api/me/* -> {api}",
                $"/api/* -> {api}",
                $"/images/* -> ${{import Lexicon-{stage}-Data-ImagesBucketName}}.s3.us-east-1.amazonaws.com",
                "* -> ${PagesBucket1F9960AC.RegionalDomainName}",
            ],
            behaviours);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void AnswersForOneReader_AreNeverKeptForAnother(string stage) =>
        Assert.Equal(CachingDisabled, Distribution(stage).Text("DistributionConfig.CacheBehaviors.0.CachePolicyId"));

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void PublicAnswers_AreKeptOnlyIfTheySaySo_ByTheirWholeQuery(string stage)
    {
        var policy = Stages.Named(stage).Site[Distribution(stage).Text("DistributionConfig.CacheBehaviors.1.CachePolicyId").Trim('$', '{', '}')];

        Assert.Equal(("0", "0", "3600"), Ttls(policy));
        Assert.Equal("all", policy.Text("CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig.QueryStringBehavior"));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Api_GetsAllThatTheViewerSentButTheHost(string stage)
    {
        foreach (var behaviour in (string[])["DistributionConfig.CacheBehaviors.0", "DistributionConfig.CacheBehaviors.1"])
        {
            Assert.Equal(AllViewerExceptHostHeader, Distribution(stage).Text($"{behaviour}.OriginRequestPolicyId"));
            Assert.Equal("https-only", Distribution(stage).Text($"{behaviour}.ViewerProtocolPolicy"));
            Assert.Equal(
                ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"],
                Distribution(stage).Texts($"{behaviour}.AllowedMethods").Order());
        }
    }

    [Theory]
    [InlineData("DistributionConfig.DefaultCacheBehavior")]
    [InlineData("DistributionConfig.CacheBehaviors.2")]
    public void Files_AreKeptForAsLongAsTheySay_WithoutQueryAndCookies(string behaviour)
    {
        var distribution = Distribution("prod");
        var policy = Stages.Prod.Site[distribution.Text($"{behaviour}.CachePolicyId").Trim('$', '{', '}')];
        const string Key = "CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin";

        Assert.Equal(("0", "60", "31536000"), Ttls(policy));
        Assert.Equal(
            ("none", "none", "none"),
            (policy.Text($"{Key}.QueryStringsConfig.QueryStringBehavior"), policy.Text($"{Key}.CookiesConfig.CookieBehavior"), policy.Text($"{Key}.HeadersConfig.HeaderBehavior")));
        Assert.Equal(("true", "true"), (policy.Text($"{Key}.EnableAcceptEncodingGzip"), policy.Text($"{Key}.EnableAcceptEncodingBrotli")));
        Assert.Equal(["GET", "HEAD"], distribution.Texts($"{behaviour}.AllowedMethods"));
        Assert.Equal("redirect-to-https", distribution.Text($"{behaviour}.ViewerProtocolPolicy"));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Distribution_ReplacesNoErrorOfItsOrigins(string stage) =>
        Assert.Null(Distribution(stage)["DistributionConfig.CustomErrorResponses"]);

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Distribution_StartsAtIndexAndSpeaksHttp3(string stage)
    {
        Assert.Equal("index.html", Distribution(stage).Text("DistributionConfig.DefaultRootObject"));
        Assert.Equal("http2and3", Distribution(stage).Text("DistributionConfig.HttpVersion"));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Buckets_AreReadWithSignedRequestsAndTheApiOverTls(string stage)
    {
        var control = Stages.Named(stage).Site.Only("AWS::CloudFront::OriginAccessControl");
        var origins = Distribution(stage)["DistributionConfig.Origins"]!.AsArray();

        Assert.Equal(
            ("s3", "always", "sigv4"),
            (control.Text("OriginAccessControlConfig.OriginAccessControlOriginType"),
                control.Text("OriginAccessControlConfig.SigningBehavior"),
                control.Text("OriginAccessControlConfig.SigningProtocol")));
        Assert.Equal(
            [$"${{{control.LogicalId}.Id}}", "https-only TLSv1.2", $"${{{control.LogicalId}.Id}}"],
            origins.Select(origin => origin!["CustomOriginConfig"] is { } custom
                ? $"{custom["OriginProtocolPolicy"]} {Intrinsics.Render(custom["OriginSSLProtocols"])}"
                : Intrinsics.Render(origin["OriginAccessControlId"])));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void EveryBehaviour_SendsTheSecurityHeaders(string stage)
    {
        var policy = Stages.Named(stage).Site.Only("AWS::CloudFront::ResponseHeadersPolicy");
        var behaviours = Distribution(stage)["DistributionConfig.CacheBehaviors"]!.AsArray()
            .Append(Distribution(stage)["DistributionConfig.DefaultCacheBehavior"]);

        Assert.All(behaviours, behaviour => Assert.Equal($"${{{policy.LogicalId}}}", Intrinsics.Render(behaviour!["ResponseHeadersPolicyId"])));

        const string Headers = "ResponseHeadersPolicyConfig.SecurityHeadersConfig";
        Assert.Equal("true", policy.Text($"{Headers}.ContentTypeOptions.Override"));
        Assert.Equal("DENY", policy.Text($"{Headers}.FrameOptions.FrameOption"));
        Assert.Equal("strict-origin-when-cross-origin", policy.Text($"{Headers}.ReferrerPolicy.ReferrerPolicy"));
        Assert.Equal(
            ("31536000", "true"),
            (policy.Text($"{Headers}.StrictTransportSecurity.AccessControlMaxAgeSec"), policy.Text($"{Headers}.StrictTransportSecurity.IncludeSubdomains")));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void ContentSecurityPolicy_AllowsOwnFilesAndTheTwoOriginsOfSignIn(string stage)
    {
        var policy = Stages.Named(stage).Site.Only("AWS::CloudFront::ResponseHeadersPolicy")
            .Text("ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy");
        var issuer = $"${{import Lexicon-{stage}-Data-Issuer}}.split('/')";

        Assert.Equal(
            [
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "font-src 'self'",
                "manifest-src 'self'",
                $"connect-src 'self' {issuer}[0]//{issuer}[2] ${{import Lexicon-{stage}-Data-SignInOrigin}}",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'",
            ],
            policy.Split("; "));
    }

    private static Resource Distribution(string stage) => Stages.Named(stage).Site.Only("AWS::CloudFront::Distribution");

    private static string OriginOf(Resource distribution, string id)
    {
        var origin = distribution["DistributionConfig.Origins"]!.AsArray().Single(candidate => (string)candidate!["Id"]! == id)!;
        return Intrinsics.Render(origin["DomainName"]) + Intrinsics.Render(origin["OriginPath"]);
    }

    private static (string Min, string Default, string Max) Ttls(Resource policy) =>
        (policy.Text("CachePolicyConfig.MinTTL"), policy.Text("CachePolicyConfig.DefaultTTL"), policy.Text("CachePolicyConfig.MaxTTL"));
}
