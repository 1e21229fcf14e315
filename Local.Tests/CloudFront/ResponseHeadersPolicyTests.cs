using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class ResponseHeadersPolicyTests
{
    // Where S3 is on AWS, the runner's own endpoint is here.
    private const string AllowsUploads = "default-src 'none'; connect-src https://s3.us-east-1.amazonaws.com/images";

    [Fact]
    public async Task ResponseHeadersPolicy_AddsOverridesAndRemoves()
    {
        await using var edge = await RunningCloudFront.StartAsync(
            api: new { ResponseHeadersPolicyId = Policy },
            prepare: edge => Assert.Equal(Policy, edge.Provision("AWS::CloudFront::ResponseHeadersPolicy", "Headers", new
            {
                ResponseHeadersPolicyConfig = new
                {
                    Name = "headers",
                    SecurityHeadersConfig = new
                    {
                        ContentSecurityPolicy = new { ContentSecurityPolicy = AllowsUploads, Override = true },
                        ContentTypeOptions = new { Override = true },
                        FrameOptions = new { FrameOption = "DENY", Override = false },
                        StrictTransportSecurity = new { AccessControlMaxAgeSec = 31536000, IncludeSubdomains = true, Override = true },
                        XSSProtection = new { Protection = true, ModeBlock = true, Override = true },
                    },
                    CustomHeadersConfig = new { Items = new[] { new { Header = "X-Own", Value = "policy", Override = true } } },
                    RemoveHeadersConfig = new { Items = new[] { new { Header = "x-powered-by" } } },
                    CorsConfig = new
                    {
                        AccessControlAllowCredentials = false,
                        AccessControlAllowHeaders = new { Items = new[] { "Authorization" } },
                        AccessControlAllowMethods = new { Items = new[] { "GET", "PUT" } },
                        AccessControlAllowOrigins = new { Items = new[] { "https://*.example.com" } },
                        AccessControlMaxAgeSec = 600,
                        OriginOverride = true,
                    },
                },
            }).Ref));
        edge.Api.Answer = context =>
        {
            context.Response.Headers["X-Frame-Options"] = "SAMEORIGIN";
            context.Response.Headers["X-Own"] = "origin";
            context.Response.Headers["X-Powered-By"] = "something";
            return Task.CompletedTask;
        };

        using var response = await edge.GetAsync("/api/a", ("Origin", "https://www.example.com"));
        using var preflight = await edge.SendAsync(
            HttpMethod.Options, "/api/a", null, ("Origin", "https://www.example.com"), ("Access-Control-Request-Method", "PUT"));
        using var other = await edge.GetAsync("/api/a", ("Origin", "https://example.org"));

        string Header(HttpResponseMessage message, string name) => string.Join(", ", message.Headers.GetValues(name));
        Assert.Equal(
            $"default-src 'none'; connect-src {edge.ApiAddress.GetLeftPart(UriPartial.Authority)}/images",
            Header(response, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("SAMEORIGIN", Header(response, "X-Frame-Options"));
        Assert.Equal("max-age=31536000; includeSubDomains", Header(response, "Strict-Transport-Security"));
        Assert.Equal("1; mode=block", Header(response, "X-XSS-Protection"));
        Assert.Equal("policy", Header(response, "X-Own"));
        Assert.False(response.Headers.Contains("X-Powered-By"));
        Assert.Equal("https://www.example.com", Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("GET, PUT", Header(preflight, "Access-Control-Allow-Methods"));
        Assert.Equal("Authorization", Header(preflight, "Access-Control-Allow-Headers"));
        Assert.Equal("600", Header(preflight, "Access-Control-Max-Age"));
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private static string Policy { get; } = Local.CloudFront.Resources.PolicyReader.IdFor(
        new TemplateResource("Test", "Headers", "AWS::CloudFront::ResponseHeadersPolicy", []));
}
