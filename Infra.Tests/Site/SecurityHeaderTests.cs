namespace Lexicon.Infra.Tests.Site;

/// <summary>What the distribution tells browsers about the pages, whatever an origin says.</summary>
public sealed class SecurityHeaderTests
{
    private const string Headers = "ResponseHeadersPolicyConfig.SecurityHeadersConfig";

    [Theory, InEveryVariant]
    public void EveryBehavior_SendsTheSecurityHeaders(string stage)
    {
        var distribution = Stages.Named(stage).Site.Only("AWS::CloudFront::Distribution");
        Assert.All(
            distribution.Items("DistributionConfig.CacheBehaviors").Append(distribution["DistributionConfig.DefaultCacheBehavior"]!),
            behavior => Assert.Equal(Policy(stage).Ref, Intrinsics.Render(behavior["ResponseHeadersPolicyId"])));
    }

    [Theory, InEveryVariant]
    public void Headers_ForbidSniffingFramingAndPlainHttp_TurnOffDevices_AndKeepOtherOriginsApart(string stage)
    {
        Policy(stage).Says(
            ($"{Headers}.ContentTypeOptions.Override", "true"), ($"{Headers}.FrameOptions.FrameOption", "DENY"),
            ($"{Headers}.ReferrerPolicy.ReferrerPolicy", "strict-origin-when-cross-origin"),
            ($"{Headers}.StrictTransportSecurity.AccessControlMaxAgeSec", "31536000"),
            ($"{Headers}.StrictTransportSecurity.IncludeSubdomains", "true"));
        Assert.Equal(
            [
                "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
                "Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Resource-Policy: same-origin",
            ],
            Items(stage).Select(item => $"{item["Header"]}: {item["Value"]}"));
        Assert.All(
            Policy(stage)[Headers]!.AsObject().Select(header => header.Value!).Concat(Items(stage)), header =>
                Assert.Equal("true", $"{header["Override"]}"));
    }

    // At the foot of each page stands how it came to its reader.
    [Theory, InEveryVariant]
    public void EveryResponse_SaysHowItCameAbout(string stage) => Policy(stage).Says(
        ("ResponseHeadersPolicyConfig.ServerTimingHeadersConfig.Enabled", "true"),
        ("ResponseHeadersPolicyConfig.ServerTimingHeadersConfig.SamplingRate", "100"));

    [Theory, InEveryVariant]
    public void ContentSecurityPolicy_AllowsOwnFiles_TheTwoOriginsOfSignIn_TheWebSocket_TheIdentityPools_AndTheBucketOfUploads(string stage)
    {
        var data = $"import Lexicon-{Stages.Named(stage).Name}-Data";
        var issuer = $"${{{data}-Issuer}}.split('/')";
        var live = $"${{import Lexicon-{Stages.Named(stage).Name}-Live-Address}}.split('/')";
        Assert.Equal(
            [
                "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob:", "font-src 'self'",
                "manifest-src 'self'",
                $"connect-src 'self' {issuer}[0]//{issuer}[2] ${{{data}-SignInOrigin}} {live}[0]//{live}[2] "
                    + "https://cognito-identity.us-east-1.${AWS::URLSuffix} "
                    + $"https://s3.us-east-1.amazonaws.com/${{{data}-ImagesBucketName}}/",
                "form-action 'self'", "base-uri 'none'",
                "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
            ],
            Policy(stage).Text($"{Headers}.ContentSecurityPolicy.ContentSecurityPolicy").Split("; "));
    }

    private static IEnumerable<JsonNode> Items(string stage) =>
        Policy(stage).Items("ResponseHeadersPolicyConfig.CustomHeadersConfig.Items");

    private static Resource Policy(string stage) => Stages.Named(stage).Site.Only("AWS::CloudFront::ResponseHeadersPolicy");
}
