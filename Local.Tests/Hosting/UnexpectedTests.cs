using Lexicon.Local.Aws;
using Lexicon.Local.CloudFront;
using Lexicon.Local.CloudFront.Locations;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.CloudFront.Pipeline;
using Lexicon.Local.CloudFront.Policies;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;
using static Lexicon.Local.Tests.Hosting.ConnectionTests;

namespace Lexicon.Local.Tests.Hosting;

public sealed class UnexpectedTests
{
    [Fact]
    public async Task MistakeOfOurs_InTheSite_IsCloudFrontsPageWithItsRequestId()
    {
        var origin = new Origin { DomainName = "origin", Transport = new BrokenOrigin() };
        var distribution = new Distribution
        {
            Id = "E1",
            Config = new() { Enabled = true, Origins = [], DefaultCacheBehavior = new() { TargetOriginId = "", CachePolicyId = "" } },
            Behaviors =
            [
                new()
                {
                    Origin = origin,
                    AllowedMethods = ["GET"],
                    CachedMethods = ["GET"],
                    Cache = new(),
                    OriginRequest = OriginRequestPolicy.Nothing,
                },
            ],
        };
        using var distributions = new Distributions();
        distributions.Add(distribution);
        var time = TimeProvider.System;
        var site = new Site(new EdgePipeline(
            distributions,
            new EdgeLocations(time),
            new VisitorPlace(),
            new Travel(isSimulated: false, time),
            new("http://localhost"),
            time));
        await using var listeners = Listeners.Bind(0);
        await listeners.ServeAsync(site, site, site, site);
        using var connection = await RawConnection.OpenAsync(listeners.Endpoints.Site.Port);
        await connection.SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");

        var answer = await connection.ReceiveAsync();

        Assert.Equal(500, Status(answer));
        Assert.Contains("<H1>500 ERROR</H1>", answer.Body, StringComparison.Ordinal);
        Assert.Contains($"Request ID: {RequestId(answer.Head)}", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("a mistake", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MistakeOfOurs_InTheApi_IsAPIGatewaysAnswerWithItsRequestId()
    {
        await using var all = await FourEndpoints.StartAsync();
        all.Api.Functions.Handler = (_, _) => throw new InvalidTimeZoneException("a mistake");

        var answer = await all.AskAsync("api", "GET /dev/items HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.Equal(500, Status(answer));
        Assert.Equal("""{"message": "Internal server error"}""", answer.Body);
        Assert.Equal("InternalServerErrorException", RawConnection.Header(answer.Head, "x-amzn-ErrorType"));
        Assert.NotNull(RequestId(answer.Head));
    }

    [Theory]
    [InlineData("{\"statusCode\":200,\"body\":\"\\ud83d\"}")]
    [InlineData("{\"statusCode\":200,\"headers\":{\"a\":\"\\ude00\"}}")]
    [InlineData("{\"statusCode\":200,\"\\ud83d\":1}")]
    public async Task HalfASurrogatePair_IsAMalformedAnswer(string payload)
    {
        await using var all = await FourEndpoints.StartAsync();
        all.Api.Functions.Answer(payload);

        var answer = await all.AskAsync("api", "GET /dev/items HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.Equal(502, Status(answer));
        Assert.Equal("""{"message": "Internal server error"}""", answer.Body);
    }

    [Theory]
    [InlineData("dynamodb", "X-Amz-Target: DynamoDB_20120810.Scan", "{\"__type\":\"com.amazon.coral.service#InternalFailure\"")]
    [InlineData("lambda", "Accept: */*", "{\"message\":")]
    [InlineData("sts", "Content-Type: application/x-www-form-urlencoded", "<ErrorResponse>")]
    [InlineData("cloudfront", "Accept: */*", "<ErrorResponse xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\">")]
    public async Task MistakeOfOurs_InAService_IsInItsProtocolWithItsRequestId(string service, string header, string body)
    {
        await using var all = await FourEndpoints.StartAsync(new Broken(service));

        var answer = await all.AskAsync("aws", $"POST /broken HTTP/1.1\r\nHost: localhost\r\n{header}\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(500, Status(answer));
        Assert.StartsWith(body, answer.Body, StringComparison.Ordinal);
        Assert.NotNull(RawConnection.Header(answer.Head, "x-amzn-RequestId"));
    }

    [Fact]
    public async Task MistakeOfOurs_InS3_IsItsErrorDocument()
    {
        await using var all = await FourEndpoints.StartAsync(new Broken("s3"));

        var answer = await all.AskAsync("aws", "GET /broken HTTP/1.1\r\nHost: localhost\r\n\r\n");

        var id = RawConnection.Header(answer.Head, "x-amz-request-id");
        Assert.Equal(500, Status(answer));
        Assert.StartsWith(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InternalFailure</Code>", answer.Body, StringComparison.Ordinal);
        Assert.EndsWith($"<RequestId>{id}</RequestId></Error>", answer.Body, StringComparison.Ordinal);
        Assert.Equal("InternalError", all.Site.Storage.Service.InternalError.Code);
    }

    private sealed class BrokenOrigin : IOriginTransport
    {
        public Task<OriginResponse> SendAsync(OriginRequest request, CancellationToken cancellation) =>
            throw new InvalidTimeZoneException("a mistake");
    }

    private sealed class Site(EdgePipeline pipeline) : IHttpEndpoint
    {
        public Task HandleAsync(HttpContext context) => pipeline.HandleAsync(context);
    }

    private sealed class Broken(string name) : IAwsService
    {
        public string SigningName => name;

        public bool Claims(HttpRequest request) => request.Path == "/broken";

        public Task HandleAsync(HttpContext context, Caller caller) => throw new InvalidTimeZoneException("a mistake");
    }
}
