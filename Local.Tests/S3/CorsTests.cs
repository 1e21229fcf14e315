using System.Net;

namespace Lexicon.Local.Tests.S3;

public sealed class CorsTests
{
    private static readonly object Rules = new
    {
        CorsConfiguration = new
        {
            CorsRules = new[]
            {
                new
                {
                    AllowedOrigins = new[] { "https://*.example.com" },
                    AllowedMethods = new[] { "GET", "PUT" },
                    AllowedHeaders = new[] { "content-*" },
                    ExposedHeaders = new[] { "ETag" },
                    MaxAge = 3000,
                },
            },
        },
    };

    // Who lets the pages of distributions in lets in those of the endpoint that takes the place of distributions.
    [Theory]
    [InlineData("https://*.cloudfront.net", HttpStatusCode.OK)]
    [InlineData("https://www.example.com", HttpStatusCode.Forbidden)]
    public async Task PagesOfTheSite_ComeFromADistribution(string allowed, HttpStatusCode expected)
    {
        await using var storage = await RunningS3.WithBucketAsync(new
        {
            CorsConfiguration = new { CorsRules = new[] { new { AllowedOrigins = new[] { allowed }, AllowedMethods = new[] { "POST" } } } },
        });

        using var response = await PreflightAsync(storage, "http://localhost:9200", "POST", null);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Preflight_ThatARuleMatches_IsAllowedWithItsHeaders()
    {
        await using var storage = await RunningS3.WithBucketAsync(Rules);

        using var response = await PreflightAsync(storage, "https://www.example.com", "PUT", "content-type, content-md5");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("https://www.example.com", Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("GET, PUT", Header(response, "Access-Control-Allow-Methods"));
        Assert.Equal("content-type, content-md5", Header(response, "Access-Control-Allow-Headers"));
        Assert.Equal("ETag", Header(response, "Access-Control-Expose-Headers"));
        Assert.Equal("3000", Header(response, "Access-Control-Max-Age"));
        Assert.Equal("true", Header(response, "Access-Control-Allow-Credentials"));
        Assert.Equal("Origin, Access-Control-Request-Headers, Access-Control-Request-Method", Header(response, "Vary"));
    }

    [Theory]
    [InlineData("https://example.org", "PUT", "content-type")]
    [InlineData("https://www.example.com", "DELETE", "content-type")]
    [InlineData("https://www.example.com", "PUT", "x-amz-acl")]
    public async Task Preflight_ThatNoRuleMatches_IsForbidden(string origin, string method, string? headers)
    {
        await using var storage = await RunningS3.WithBucketAsync(Rules);

        using var response = await PreflightAsync(storage, origin, method, headers);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("<Code>AccessForbidden</Code>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preflight_OfABucketWithoutRules_SaysThatCorsIsNotEnabled()
    {
        await using var storage = await RunningS3.WithBucketAsync();

        using var response = await PreflightAsync(storage, "https://www.example.com", "PUT", "content-type");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(
            "<Message>CORSResponse: CORS is not enabled for this "
                + "bucket.</Message>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_EvenAnError_CarriesTheHeadersOfTheRule()
    {
        await using var storage = await RunningS3.WithBucketAsync(Rules);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/bucket/missing", UriKind.Relative));
        request.Headers.Add("Origin", "https://www.example.com");

        using var response = await storage.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("https://www.example.com", Header(response, "Access-Control-Allow-Origin"));
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.GetValues(name));

    private static Task<HttpResponseMessage> PreflightAsync(RunningS3 storage, string origin, string method, string? headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, new Uri("/bucket/key", UriKind.Relative));
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        if (headers is not null)
        {
            request.Headers.Add("Access-Control-Request-Headers", headers);
        }

        return storage.Http.SendAsync(request);
    }
}
