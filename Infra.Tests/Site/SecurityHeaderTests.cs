using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Site;

/// <summary>What the distribution tells browsers about the pages.</summary>
public sealed class SecurityHeaderTests
{
    [Theory]
    [InEveryVariant]
    public void EveryBehaviour_SendsTheSecurityHeaders(string stage)
    {
        var policy = Stages.Named(stage).Site.Only("AWS::CloudFront::ResponseHeadersPolicy");
        var distribution = Stages.Named(stage).Site.Only("AWS::CloudFront::Distribution");
        var behaviours = distribution["DistributionConfig.CacheBehaviors"]!.AsArray()
            .Append(distribution["DistributionConfig.DefaultCacheBehavior"]);

        Assert.All(
            behaviours,
            behaviour => Assert.Equal($"${{{policy.LogicalId}}}", Intrinsics.Render(behaviour!["ResponseHeadersPolicyId"])));
    }

    [Theory]
    [InEveryVariant]
    public void Headers_ForbidSniffingFramingAndPlainHttp(string stage)
    {
        var policy = Stages.Named(stage).Site.Only("AWS::CloudFront::ResponseHeadersPolicy");
        const string Headers = "ResponseHeadersPolicyConfig.SecurityHeadersConfig";
        Assert.Equal("true", policy.Text($"{Headers}.ContentTypeOptions.Override"));
        Assert.Equal("DENY", policy.Text($"{Headers}.FrameOptions.FrameOption"));
        Assert.Equal("strict-origin-when-cross-origin", policy.Text($"{Headers}.ReferrerPolicy.ReferrerPolicy"));
        Assert.Equal("31536000", policy.Text($"{Headers}.StrictTransportSecurity.AccessControlMaxAgeSec"));
        Assert.Equal("true", policy.Text($"{Headers}.StrictTransportSecurity.IncludeSubdomains"));
    }

    [Theory]
    [InEveryVariant]
    public void NoOrigin_CanTakeTheHeadersBack(string stage)
    {
        var config = Stages.Named(stage).Site.Only("AWS::CloudFront::ResponseHeadersPolicy")["ResponseHeadersPolicyConfig"]!;
        var headers = config["SecurityHeadersConfig"]!.AsObject().Select(header => header.Value)
            .Concat(config["CustomHeadersConfig"]!["Items"]!.AsArray());

        Assert.Equal(8, headers.Count(header => (bool)header!["Override"]!));
        Assert.All(headers, header => Assert.True((bool)header!["Override"]!));
    }

    [Theory]
    [InEveryVariant]
    public void Headers_TurnOffDevicesAndKeepOtherOriginsApart(string stage)
    {
        var items = Stages.Named(stage).Site.Only("AWS::CloudFront::ResponseHeadersPolicy")
            ["ResponseHeadersPolicyConfig.CustomHeadersConfig.Items"]!.AsArray();

        Assert.Equal(
            [
                "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
                "Cross-Origin-Opener-Policy: same-origin",
                "Cross-Origin-Resource-Policy: same-origin",
            ],
            items.Select(item => $"{item!["Header"]}: {item["Value"]}"));
    }

    [Theory]
    [InEveryVariant]
    public void ContentSecurityPolicy_AllowsOwnFilesAndTheTwoOriginsOfSignIn(string stage)
    {
        var policy = Stages.Named(stage).Site.Only("AWS::CloudFront::ResponseHeadersPolicy")
            .Text("ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy");
        var data = $"import Lexicon-{Stages.Named(stage).Name}-Data";
        var issuer = $"${{{data}-Issuer}}.split('/')";

        Assert.Equal(
            [
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self'",
                "font-src 'self'",
                "manifest-src 'self'",
                $"connect-src 'self' {issuer}[0]//{issuer}[2] ${{{data}-SignInOrigin}}",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types 'none'",
            ],
            policy.Split("; "));
    }
}
