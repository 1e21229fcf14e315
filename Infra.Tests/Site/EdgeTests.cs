using System.Text.Json.Nodes;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Site;

/// <summary>What the distribution answers from where, what it keeps, and what it tells browsers.</summary>
public sealed class EdgeTests
{
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
    private const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
    private const string AllViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

    private const string InKey = "CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin";

    [Theory]
    [InEveryVariant]
    public void Behaviours_SendEachPathToItsOrigin(string stage)
    {
        var distribution = Distribution(stage);
        var behaviours = distribution["DistributionConfig.CacheBehaviors"]!.AsArray()
            .Append(distribution["DistributionConfig.DefaultCacheBehavior"])
            .Select(behaviour => $"{behaviour!["PathPattern"] ?? "*"} -> {OriginOf(distribution, behaviour)}");

        var name = Stages.Named(stage).Name;
        var api = $"${{import Lexicon-{name}-Api-ApiId}}.execute-api.us-east-1.${{AWS::URLSuffix}}/{name}";

        // The first pattern that matches wins.
        Assert.Equal(
            [
                $"/api/me/* -> {api}",
                $"/api/* -> {api}",
                $"/images/* -> ${{import Lexicon-{name}-Data-ImagesBucketName}}.s3.us-east-1.amazonaws.com",
                "* -> ${PagesBucket1F9960AC.RegionalDomainName}",
            ],
            behaviours);
    }

    [Theory]
    [InEveryVariant]
    public void AnswersForOneReader_AreNeverKeptForAnother(string stage) =>
        Assert.Equal(CachingDisabled, Distribution(stage).Text("DistributionConfig.CacheBehaviors.0.CachePolicyId"));

    [Theory]
    [InEveryVariant]
    public void PublicAnswers_AreKeptOnlyIfTheySaySo_ByTheirWholeQuery(string stage)
    {
        var policy = Policy(stage, "DistributionConfig.CacheBehaviors.1");

        Assert.Equal(("0", "0", "3600"), Ttls(policy));
        Assert.Equal("all", policy.Text($"{InKey}.QueryStringsConfig.QueryStringBehavior"));
        Assert.Equal("none", policy.Text($"{InKey}.CookiesConfig.CookieBehavior"));

        // An answer names the origin that may read it, and is for who has the key, where the context asks for either.
        Assert.Equal(
            stage == "full" ? "whitelist Origin, x-api-key" : "none ",
            $"{policy.Text($"{InKey}.HeadersConfig.HeaderBehavior")} {policy.Text($"{InKey}.HeadersConfig.Headers")}");
    }

    [Theory]
    [InEveryVariant]
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
    [InlineData("dev", "DistributionConfig.DefaultCacheBehavior")]
    [InlineData("dev", "DistributionConfig.CacheBehaviors.2")]
    [InlineData("prod", "DistributionConfig.DefaultCacheBehavior")]
    [InlineData("prod", "DistributionConfig.CacheBehaviors.2")]
    [InlineData("full", "DistributionConfig.DefaultCacheBehavior")]
    [InlineData("full", "DistributionConfig.CacheBehaviors.2")]
    public void Files_AreKeptForAsLongAsTheySay_WithoutQueryAndCookies(string stage, string behaviour)
    {
        var distribution = Distribution(stage);
        var policy = Policy(stage, behaviour);

        Assert.Equal(("0", "60", "31536000"), Ttls(policy));
        Assert.Equal("none", policy.Text($"{InKey}.QueryStringsConfig.QueryStringBehavior"));
        Assert.Equal("none", policy.Text($"{InKey}.CookiesConfig.CookieBehavior"));
        Assert.Equal("""{"HeaderBehavior":"none"}""", policy[$"{InKey}.HeadersConfig"]!.ToJsonString());
        Assert.Equal(["GET", "HEAD"], distribution.Texts($"{behaviour}.AllowedMethods"));
        Assert.Equal("redirect-to-https", distribution.Text($"{behaviour}.ViewerProtocolPolicy"));
        Assert.Null(distribution[$"{behaviour}.OriginRequestPolicyId"]);
    }

    [Theory]
    [InEveryVariant]
    public void Everything_IsCompressedWithBrotliOrGzip(string stage)
    {
        string[] behaviours =
        [
            "DistributionConfig.DefaultCacheBehavior", "DistributionConfig.CacheBehaviors.1", "DistributionConfig.CacheBehaviors.2",
        ];

        Assert.All(behaviours, behaviour =>
        {
            Assert.Equal("true", Distribution(stage).Text($"{behaviour}.Compress"));
            Assert.Equal("true", Policy(stage, behaviour).Text($"{InKey}.EnableAcceptEncodingGzip"));
            Assert.Equal("true", Policy(stage, behaviour).Text($"{InKey}.EnableAcceptEncodingBrotli"));
        });
    }

    [Theory]
    [InEveryVariant]
    public void Distribution_RepeatsNoErrorOfItsOriginsAndReplacesNone(string stage)
    {
        var responses = Distribution(stage)["DistributionConfig.CustomErrorResponses"]!.AsArray();

        Assert.Equal([403, 404, 500, 502, 503, 504], responses.Select(response => (int)response!["ErrorCode"]!));
        Assert.All(responses, response => Assert.Equal(0, (int)response!["ErrorCachingMinTTL"]!));
        Assert.All(responses, response => Assert.Null(response!["ResponsePagePath"] ?? response["ResponseCode"]));
    }

    [Theory]
    [InEveryVariant]
    public void Distribution_StartsAtIndexAndSpeaksHttp3(string stage)
    {
        Assert.Equal("index.html", Distribution(stage).Text("DistributionConfig.DefaultRootObject"));
        Assert.Equal("http2and3", Distribution(stage).Text("DistributionConfig.HttpVersion"));
        Assert.Equal("true", Distribution(stage).Text("DistributionConfig.IPV6Enabled"));
        Assert.Equal("true", Distribution(stage).Text("DistributionConfig.Enabled"));
    }

    [Theory]
    [InEveryVariant]
    public void WhatCloudFrontNamesByAccount_IsNamedByStageAndRegion(string stage)
    {
        var site = Stages.Named(stage).Site;
        var names =
            from property in (string[])["OriginAccessControlConfig.Name", "ResponseHeadersPolicyConfig.Name", "CachePolicyConfig.Name"]
            from resource in site.Resources
            where resource[property] is not null
            select resource.Text(property);

        Assert.Equal(4, names.Count());
        Assert.All(names, name => Assert.Matches($"^Lexicon-?{Stages.Named(stage).Name}-?Site.*us-east-1$", name));
    }

    [Theory]
    [InEveryVariant]
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

        // Empty, as the documentation of origin access control asks: no identity of the older kind.
        Assert.Equal(
            ["""{"OriginAccessIdentity":""}""", """{"OriginAccessIdentity":""}"""],
            origins.Where(origin => origin!["S3OriginConfig"] is not null).Select(origin => origin!["S3OriginConfig"]!.ToJsonString()));
    }

    private static Resource Policy(string stage, string behaviour) =>
        Stages.Named(stage).Site.Behind(Distribution(stage).Text($"{behaviour}.CachePolicyId"));

    private static Resource Distribution(string stage) => Stages.Named(stage).Site.Only("AWS::CloudFront::Distribution");

    private static string OriginOf(Resource distribution, JsonNode behaviour)
    {
        var id = (string)behaviour["TargetOriginId"]!;
        var origin = Assert.Single(distribution["DistributionConfig.Origins"]!.AsArray(), candidate => (string)candidate!["Id"]! == id)!;
        return Intrinsics.Render(origin["DomainName"]) + Intrinsics.Render(origin["OriginPath"]);
    }

    private static (string Min, string Default, string Max) Ttls(Resource policy) => (
        policy.Text("CachePolicyConfig.MinTTL"),
        policy.Text("CachePolicyConfig.DefaultTTL"),
        policy.Text("CachePolicyConfig.MaxTTL"));
}
