namespace Lexicon.Infra.Tests.Site;

/// <summary>What the distribution answers from where, and what it keeps.</summary>
public sealed class EdgeTests
{
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
    private const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
    private const string AllViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

    private const string InKey = "CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin";

    // The first pattern that matches wins: what is one reader's own stands first.
    [Theory, InEveryVariant]
    public void Behaviors_SendEachPathToItsOrigin(string stage)
    {
        var name = Stages.Named(stage).Name;
        var api = $"${{import Lexicon-{name}-Api-ApiId}}.execute-api.us-east-1.${{AWS::URLSuffix}}/{name}";
        Assert.Equal(
            [
                $"/api/me/* -> {api}",
                $"/api/moderation/* -> {api}",
                $"/api/* -> {api}",
                $"/images/* -> ${{import Lexicon-{name}-Data-ImagesBucketName}}.s3.us-east-1.amazonaws.com",
                $"* -> ${{{Stages.Named(stage).Site.At("Pages/Bucket/Resource").LogicalId}.RegionalDomainName}}",
            ],
            Behaviors(stage).Select(behavior => $"{behavior["PathPattern"] ?? "*"} -> {OriginOf(stage, behavior)}"));
    }

    [Theory, InEveryVariant]
    public void Api_IsAskedOverHttps_WithAllThatTheViewerSentButTheHost_AndKeepsNothingOfOneReader(string stage) => Assert.All(
        Behaviors(stage).Where(behavior => $"{behavior["PathPattern"]}".StartsWith("/api/", StringComparison.Ordinal)),
        behavior =>
        {
            Assert.Equal(
                ("https-only", AllViewerExceptHostHeader), ($"{behavior["ViewerProtocolPolicy"]}", $"{behavior["OriginRequestPolicyId"]}"));
            Assert.Equal(
                ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"], behavior["AllowedMethods"]!.AsArray()
                    .Select(method => $"{method}").Order());
            if ($"{behavior["PathPattern"]}" is "/api/me/*" or "/api/moderation/*")
            {
                Assert.Equal(CachingDisabled, $"{behavior["CachePolicyId"]}");
                return;
            }

            // An answer names the origin that may read it, where the context asks for it.
            Policy(stage, behavior).Says(
                ("CachePolicyConfig.MinTTL", "0"), ("CachePolicyConfig.DefaultTTL", "0"), ("CachePolicyConfig.MaxTTL", "3600"),
                ($"{InKey}.QueryStringsConfig.QueryStringBehavior", "all"),
                ($"{InKey}.HeadersConfig.HeaderBehavior", stage == "full" ? "whitelist" : "none"),
                ($"{InKey}.HeadersConfig.Headers", stage == "full" ? "Origin" : ""));
        });

    [Fact]
    public void LessonOnTheCdn_SaysTheKeyOfEachBehavior_AndHowLongItsPolicyKeepsIt()
    {
        var rows = MarkdownTable.Read("docs/lessons/cdn.md", "## What makes two requests the same");
        foreach (var behavior in Behaviors("dev"))
        {
            var pattern = $"`{behavior["PathPattern"]}`";
            var told = rows.Where(row => behavior["PathPattern"] is null ? !row[0].Contains('`') : row[0].Contains(pattern)).ToList();

            Assert.NotEmpty(told);
            Assert.All(told, row => Assert.Equal(KeyOf(behavior), row[1]));
        }

        static string KeyOf(JsonNode behavior)
        {
            if ($"{behavior["CachePolicyId"]}" == CachingDisabled)
            {
                return "none";
            }

            var policy = Policy("dev", behavior);
            policy.Says(($"{InKey}.EnableAcceptEncodingGzip", "true"), ($"{InKey}.CookiesConfig.CookieBehavior", "none"));
            return policy.Text($"{InKey}.QueryStringsConfig.QueryStringBehavior") == "all"
                ? "path, the whole query string, encoding" : "path, encoding";
        }
    }

    [Theory, InEveryVariant]
    public void Files_AreKeptForAsLongAsTheySay_WithoutQuery(string stage) => Assert.All(
        Behaviors(stage).Where(behavior => !$"{behavior["PathPattern"]}".StartsWith("/api/", StringComparison.Ordinal)),
        behavior =>
        {
            Assert.Equal(
                ("redirect-to-https", "GET, HEAD", null),
                ($"{behavior["ViewerProtocolPolicy"]}", Intrinsics.Render(behavior["AllowedMethods"]), behavior["OriginRequestPolicyId"]));
            Policy(stage, behavior).Says(
                ("CachePolicyConfig.MinTTL", "0"), ("CachePolicyConfig.DefaultTTL", "60"),

                // Images can be removed: docs/decisions/0038-no-invalidation-of-answers.md.
                ("CachePolicyConfig.MaxTTL", $"{behavior["PathPattern"]}" is "/images/*" ? "3600" : "31536000"),
                ($"{InKey}.QueryStringsConfig.QueryStringBehavior", "none"),
                ($"{InKey}.HeadersConfig.HeaderBehavior", "none"), ($"{InKey}.HeadersConfig.Headers", ""));
        });

    [Theory, InEveryVariant]
    public void Everything_IsCompressed_AndKeptWithoutCookies(string stage)
    {
        Assert.All(Behaviors(stage), behavior => Assert.Equal("true", $"{behavior["Compress"]}"));
        Assert.All(Stages.Named(stage).Site.OfType("AWS::CloudFront::CachePolicy"), policy => policy.Says(
            ($"{InKey}.EnableAcceptEncodingGzip", "true"), ($"{InKey}.EnableAcceptEncodingBrotli", "true"),
            ($"{InKey}.CookiesConfig.CookieBehavior", "none")));
    }

    [Theory, InEveryVariant]
    public void Distribution_RepeatsNoErrorOfItsOriginsAndReplacesNone(string stage) => Assert.Equal(
        ((int[])[403, 404, 500, 502, 503, 504]).Select(status => $$"""{"ErrorCachingMinTTL":0,"ErrorCode":{{status}}}"""),
        Distribution(stage).Items("DistributionConfig.CustomErrorResponses").Select(response => response.ToJsonString()));

    [Theory, InEveryVariant]
    public void Distribution_StartsAtIndexAndSpeaksHttp3(string stage) => Distribution(stage).Says(
        ("DistributionConfig.DefaultRootObject", "index.html"), ("DistributionConfig.HttpVersion", "http2and3"),
        ("DistributionConfig.IPV6Enabled", "true"), ("DistributionConfig.Enabled", "true"));

    // Addresses that lead nowhere are the site's to answer; what the API and the images answer is seen by no function.
    [Theory, InEveryVariant]
    public void MissingPages_AreAnsweredByOneFunction_ForPagesAlone(string stage)
    {
        var function = Stages.Named(stage).Site.Only("AWS::CloudFront::Function");
        Assert.Equal(
            [$"viewer-request ${{{function.LogicalId}.FunctionARN}}"],
            from behavior in Behaviors(stage)
            from association in behavior["FunctionAssociations"]?.AsArray() ?? []
            where behavior["PathPattern"] is null
            select $"{association!["EventType"]} {Intrinsics.Render(association["FunctionARN"])}");
        Assert.Single(Behaviors(stage), behavior => behavior["FunctionAssociations"] is not null);
        function.Says(("AutoPublish", "true"), ("FunctionConfig.Runtime", "cloudfront-js-2.0"));
        Assert.Contains("statusCode: 404", function.Text("FunctionCode"), StringComparison.Ordinal);
        Assert.Contains("<h1>Not here</h1>", function.Text("FunctionCode"), StringComparison.Ordinal);
    }

    [Theory, InEveryVariant]
    public void Buckets_AreReadWithSignedRequestsAndTheApiOverTls(string stage)
    {
        var control = Stages.Named(stage).Site.Only("AWS::CloudFront::OriginAccessControl");
        control.Says(
            ("OriginAccessControlConfig.OriginAccessControlOriginType", "s3"), ("OriginAccessControlConfig.SigningBehavior", "always"),
            ("OriginAccessControlConfig.SigningProtocol", "sigv4"));

        // Empty, as the documentation of origin access control asks: no identity of the older kind.
        Assert.All(Distribution(stage).Items("DistributionConfig.Origins"), origin => Assert.Equal(
            origin["S3OriginConfig"] is null
                ? """ {"OriginProtocolPolicy":"https-only","OriginSSLProtocols":["TLSv1.2"]} """
                : $$"""{"OriginAccessIdentity":""}  ${{{control.LogicalId}}.Id}""",
            $"{origin["S3OriginConfig"]?.ToJsonString()} {origin["CustomOriginConfig"]?.ToJsonString()} "
            + $"{Intrinsics.Render(origin["OriginAccessControlId"])}"));
    }

    // s3:ListBucket is what makes a page that does not exist a 404 instead of a 403.
    [Theory, InEveryVariant]
    public void Pages_AreReadAndListedByTheirDistributionOnly(string stage)
    {
        var (site, pages) = (Stages.Named(stage).Site, Stages.Named(stage).Site.At("Pages/Bucket/Resource"));
        var by = $"StringEquals AWS:SourceArn arn:aws:cloudfront::${{AWS::AccountId}}:distribution/{Distribution(stage).Ref}";
        Assert.Equal(
            [
                $"Allow cloudfront.amazonaws.com s3:GetObject on {pages.Arn}/* if {by}",
                $"Allow cloudfront.amazonaws.com s3:ListBucket on {pages.Arn} if {by}",
            ],
            from policy in site.OfType("AWS::S3::BucketPolicy")
            from statement in Statement.Of(policy["PolicyDocument"])
            where statement.Effect == "Allow" && statement.Principal != "logging.s3.amazonaws.com"
            where !statement.Principal.Contains("AutoDeleteObjects", StringComparison.Ordinal)
            select statement.WithPrincipal().Replace("${AWS::Partition}", "aws", StringComparison.Ordinal));
    }

    private static IEnumerable<JsonNode> Behaviors(string stage) =>
        Distribution(stage).Items("DistributionConfig.CacheBehaviors")
            .Append(Distribution(stage)["DistributionConfig.DefaultCacheBehavior"]!);

    private static Resource Policy(string stage, JsonNode behavior) =>
        Stages.Named(stage).Site.Behind(Intrinsics.Render(behavior["CachePolicyId"]));

    private static Resource Distribution(string stage) => Stages.Named(stage).Site.Only("AWS::CloudFront::Distribution");

    private static string OriginOf(string stage, JsonNode behavior)
    {
        var origin = Assert.Single(Distribution(stage).Items("DistributionConfig.Origins"), origin =>
            $"{origin["Id"]}" == $"{behavior["TargetOriginId"]}");
        return Intrinsics.Render(origin["DomainName"]) + Intrinsics.Render(origin["OriginPath"]);
    }
}
