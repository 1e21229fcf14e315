using System.Net;
using System.Net.Sockets;
using Lexicon.Local.Assembly;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class DistributionTests
{
    [Fact]
    public async Task Root_AnswersTheDefaultRootObjectFromTheBucket()
    {
        await using var edge = await Edge.StartAsync();
        await edge.PutAsync("index.html", "<h1>Lexicon</h1>");

        using var response = await edge.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("<h1>Lexicon</h1>", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/html", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("Miss from cloudfront", response.Headers.GetValues("X-Cache").Single());
        Assert.Equal("AmazonS3", response.Headers.Server.ToString());
        Assert.EndsWith(".cloudfront.net (CloudFront)", response.Headers.Via.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApiPath_GoesToTheApiBelowItsOriginPathWithItsHostName()
    {
        await using var edge = await Edge.StartAsync();

        using var response = await edge.SendAsync(
            HttpMethod.Post, "/api/me/glossaries?limit=1%2F2&a", "{\"title\":\"AWS\"}", ("Authorization", "Bearer token"), ("If-Match", "\"3\""));

        Assert.Equal("answer", await response.Content.ReadAsStringAsync());
        var saw = Assert.Single(edge.Api.Requests);
        Assert.Equal("POST", saw.Method);
        Assert.Equal("/dev/api/me/glossaries?limit=1%2F2&a", saw.Target);
        Assert.Equal("{\"title\":\"AWS\"}", saw.Body);
        Assert.Equal(Edge.ApiDomain, saw.Headers["Host"]);
        Assert.Equal("Bearer token", saw.Headers["Authorization"]);
        Assert.Equal("\"3\"", saw.Headers["If-Match"]);
        Assert.Equal("127.0.0.1", saw.Headers["X-Forwarded-For"]);
    }

    [Fact]
    public async Task ApiPath_GetsTheHeadersThatThePolicyTakesAndThoseOfCloudFront()
    {
        await using var edge = await Edge.StartAsync();

        using var response = await edge.GetAsync(
            "/api/a", ("X-Own", "1"), ("User-Agent", "iPhone Mobile"), ("CloudFront-Viewer-Address", "forged"), ("X-Forwarded-For", "192.0.2.1"),
            ("Cookie", "a=1; b=2"), ("X-Forwarded-Proto", "https"));

        var saw = Assert.Single(edge.Api.Requests).Headers;
        Assert.Equal("1", saw["X-Own"]);
        Assert.Equal("iPhone Mobile", saw["User-Agent"]);
        Assert.StartsWith("127.0.0.1:", saw["CloudFront-Viewer-Address"], StringComparison.Ordinal);
        Assert.Equal("true", saw["CloudFront-Is-Mobile-Viewer"]);
        Assert.Equal("192.0.2.1, 127.0.0.1", saw["X-Forwarded-For"]);
        Assert.Equal("a=1; b=2", saw["Cookie"]);
        Assert.EndsWith("(CloudFront)", saw["Via"], StringComparison.Ordinal);
        Assert.Equal(response.Headers.GetValues("X-Amz-Cf-Id").Single(), saw["X-Amz-Cf-Id"]);
        Assert.False(saw.ContainsKey("X-Forwarded-Proto"));
    }

    [Fact]
    public async Task MissingPage_WithoutListBucket_IsTheAccessDeniedOfS3()
    {
        await using var edge = await Edge.StartAsync();

        using var response = await edge.GetAsync("/missing.html");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("Error from cloudfront", response.Headers.GetValues("X-Cache").Single());
        Assert.Contains("<Code>AccessDenied</Code>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MethodThatTheBehaviourDoesNotAllow_IsCloudFronts403()
    {
        await using var edge = await Edge.StartAsync();

        using var response = await edge.SendAsync(HttpMethod.Post, "/index.html", "x");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("CloudFront", response.Headers.Server.ToString());
        Assert.Equal("Error from cloudfront", response.Headers.GetValues("X-Cache").Single());
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("<H1>403 ERROR</H1>", page, StringComparison.Ordinal);
        Assert.Contains("This distribution is not configured to allow the HTTP request method that was used for this request.", page, StringComparison.Ordinal);
        Assert.Contains($"Request ID: {response.Headers.GetValues("X-Amz-Cf-Id").Single()}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetWithABody_Is403()
    {
        await using var edge = await Edge.StartAsync();

        using var response = await edge.SendAsync(HttpMethod.Get, "/api/a", "{}");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(edge.Api.Requests);
    }

    [Fact]
    public async Task OriginThatIsDown_Is502WithCloudFrontsPage()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        using var transport = new Local.CloudFront.HttpTransport(new Uri($"http://127.0.0.1:{port}"), TimeSpan.FromSeconds(1));

        var mistake = await Assert.ThrowsAsync<Local.CloudFront.OriginException>(
            () => transport.SendAsync(new() { Method = "GET", Path = "/" }, default));

        Assert.Equal(502, mistake.Status);
    }

    [Fact]
    public async Task OriginThatDoesNotAnswer_Is504()
    {
        await using var edge = await Edge.StartAsync(distribution: null, api: null, prepare: null);
        edge.Api.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        using var transport = new Local.CloudFront.HttpTransport(edge.ApiAddress, TimeSpan.FromSeconds(1));

        var mistake = await Assert.ThrowsAsync<Local.CloudFront.OriginException>(
            () => transport.SendAsync(new() { Method = "GET", Path = "/", Timeout = TimeSpan.FromMilliseconds(200) }, default));

        Assert.Equal(504, mistake.Status);
    }

    [Fact]
    public async Task CustomErrorResponse_ReplacesPageAndStatus()
    {
        await using var edge = await Edge.StartAsync(distribution: new
        {
            CustomErrorResponses = new[] { new { ErrorCode = 403, ResponseCode = 404, ResponsePagePath = "/404.html", ErrorCachingMinTTL = 5 } },
        });
        await edge.PutAsync("404.html", "<p>nothing here");

        using var response = await edge.GetAsync("/missing.html");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("<p>nothing here", await response.Content.ReadAsStringAsync());
        Assert.Equal("Error from cloudfront", response.Headers.GetValues("X-Cache").Single());
    }

    [Fact]
    public async Task ResponseHeadersPolicy_AddsOverridesAndRemoves()
    {
        await using var edge = await Edge.StartAsync(
            api: new { ResponseHeadersPolicyId = Policy },
            prepare: edge => Assert.Equal(Policy, edge.Realise("AWS::CloudFront::ResponseHeadersPolicy", "Headers", new
            {
                ResponseHeadersPolicyConfig = new
                {
                    Name = "headers",
                    SecurityHeadersConfig = new
                    {
                        ContentSecurityPolicy = new { ContentSecurityPolicy = "default-src 'none'", Override = true },
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
        Assert.Equal("default-src 'none'", Header(response, "Content-Security-Policy"));
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

    [Fact]
    public async Task OtherOrigin_IsRefusedByName()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Edge.StartAsync(distribution: new
        {
            Origins = new[] { new { Id = "web", DomainName = "www.example.com", CustomOriginConfig = new { OriginProtocolPolicy = "https-only" } } },
        }));

        Assert.EndsWith(
            "property 'DistributionConfig.Origins[web].DomainName' is not honoured locally: "
            + "'www.example.com' is neither a bucket nor a REST API of the templates", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownPolicy_IsRefusedByName()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Edge.StartAsync(api: new { CachePolicyId = "unknown" }));

        Assert.Contains("DistributionConfig.CacheBehaviors[0].CachePolicyId", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LargeAnswerInChunks_PassesThroughWhole()
    {
        await using var edge = await Edge.StartAsync(api: new { CachePolicyId = Edge.UseOriginCacheControlHeaders });
        var piece = new string('a', 1024 * 1024);
        edge.Api.Answer = async context =>
        {
            context.Response.Headers.CacheControl = "max-age=60";
            for (var i = 0; i < 20; i++)
            {
                await context.Response.WriteAsync(piece);
            }
        };

        using var response = await edge.GetAsync("/api/a");

        Assert.Equal(20 * 1024 * 1024, (await response.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal("Miss from cloudfront", response.Headers.GetValues("X-Cache").Single());
    }

    private static string Policy { get; } = Local.CloudFront.PolicyHeaders.IdOf(
        new Resource("Test", "Headers", "AWS::CloudFront::ResponseHeadersPolicy", []));
}
