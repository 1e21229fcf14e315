using System.Net;
using System.Net.Sockets;
using System.Text;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Origins;
using Lexicon.Local.CloudFront.Policies;
using Lexicon.Local.CloudFront.Resources;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class OriginTests
{
    [Theory]
    [InlineData("GET", 3, 3)]
    [InlineData("HEAD", 2, 2)]
    [InlineData("POST", 3, 1)]
    [InlineData("OPTIONS", 3, 1)]
    public async Task OriginThatNeverAnswers_IsTriedAsOftenAsTheTemplateSays_WhereNothingCanHappenTwice(
        string method, int attempts, int tried)
    {
        var transport = new NeverAnswers();
        var origin = new Origin { DomainName = "origin", Transport = transport, ConnectionAttempts = attempts };

        var failure = await Assert.ThrowsAsync<OriginException>(
            () => origin.SendAsync(new() { Method = method, Path = "/" }, default));

        Assert.Equal(504, failure.Status);
        Assert.Equal(tried, transport.Tried);
    }

    [Fact]
    public async Task OriginThatStopsInTheMiddle_IsGivenUpAfterTheResponseTimeout()
    {
        await using var edge = await RunningCloudFront.StartAsync();
        edge.Api.Answer = async context =>
        {
            await context.Response.WriteAsync("first");
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        using var transport = new HttpTransport(edge.ApiAddress, TimeSpan.FromSeconds(10), TimeProvider.System);
        var request = new OriginRequest { Method = "GET", Path = "/", Timeout = TimeSpan.FromSeconds(2) };

        using var response = await transport.SendAsync(request, default);

        using var all = new MemoryStream();
        await Assert.ThrowsAsync<IOException>(() => response.Body.CopyToAsync(all));
        Assert.Equal("first", Encoding.UTF8.GetString(all.ToArray()));
    }

    [Fact]
    public async Task CustomOriginOnLoopback_IsReachedOnItsPort()
    {
        await using var edge = await RunningCloudFront.StartAsync();
        var reader = new OriginReader(
            Endpoints.From(9200), edge.Storage.Service, new CloudFrontPolicies(), OriginMap.Empty, TimeProvider.System);
        using var transport = (HttpTransport)reader.Read(Template, Custom("localhost", edge.ApiAddress.Port), "E1").Transport;

        using var response = await transport.SendAsync(new() { Method = "GET", Path = "/a" }, default);

        Assert.Equal(200, response.Status);
        Assert.Equal("/a", edge.Api.Requests.Single().Target);
    }

    [Fact]
    public async Task CustomOriginThatIsMapped_IsReachedWhereThePersonSays()
    {
        await using var edge = await RunningCloudFront.StartAsync();
        var map = new OriginMap(new Dictionary<string, Uri> { ["www.example.com"] = edge.ApiAddress });
        var reader = new OriginReader(Endpoints.From(9200), edge.Storage.Service, new CloudFrontPolicies(), map, TimeProvider.System);

        using var transport = (HttpTransport)reader.Read(Template, Custom("www.example.com", 80), "E1").Transport;

        using var response = await transport.SendAsync(new() { Method = "GET", Path = "/a" }, default);

        Assert.Equal(200, response.Status);
    }

    [Fact]
    public async Task OtherCustomOrigin_IsRefusedByNameWithWhatToDo()
    {
        await using var edge = await RunningCloudFront.StartAsync();
        var reader = new OriginReader(
            Endpoints.From(9200), edge.Storage.Service, new CloudFrontPolicies(), OriginMap.Empty, TimeProvider.System);

        var refusal = Assert.Throws<StartupException>(() => reader.Read(Template, Custom("www.example.com", 80), "E1"));

        Assert.Contains("'www.example.com' is neither a bucket nor a REST API", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--origin www.example.com=http://localhost:PORT", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("www.example.com=http://localhost:8080", true)]
    [InlineData("www.example.com=http://127.0.0.1:8080", true)]
    [InlineData("www.example.com=http://www.example.com", false)]
    [InlineData("www.example.com=https://localhost:8080", false)]
    [InlineData("www.example.com", false)]
    [InlineData("=http://localhost:8080", false)]
    public void Origin_OnTheCommandLine_IsAServerOfThisMachine(string written, bool isOne)
    {
        var reported = new List<string>();

        var read = CustomOrigins.Read([written], reported.Add);

        Assert.Equal(isOne ? 1 : 0, read.Count);
        Assert.Equal(isOne ? [] : [written], reported);
    }

    [Fact]
    public async Task HeadersThatConnectionNames_GoNoFurther_InEitherDirection()
    {
        await using var edge = await RunningCloudFront.StartAsync();
        edge.Api.Answer = Answer("one", ("Connection", "X-Hop, X-Other"), ("X-Hop", "1"), ("X-Stays", "1"));

        using var response = await edge.GetAsync("/api/a", ("Connection", "X-Mine"), ("X-Mine", "1"), ("X-Also", "1"));

        Assert.False(response.Headers.Contains("X-Hop"));
        Assert.True(response.Headers.Contains("X-Stays"));
        Assert.False(edge.Api.Requests.Single().Headers.ContainsKey("X-Mine"));
        Assert.True(edge.Api.Requests.Single().Headers.ContainsKey("X-Also"));
    }

    [Fact]
    public async Task Confirmation_BringsNewHeaders_ButNothingAboutTheStoredBytes()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy(usual: 0));
        edge.Api.Answer = Answer(
            "one",
            ("Cache-Control", "max-age=1"),
            ("ETag", "\"1\""),
            ("Content-Language", "en"),
            ("X-Name", "old"),
            ("Content-MD5", "old"));
        using var first = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(2));
        edge.Api.Answer = context =>
        {
            context.Response.StatusCode = 304;
            context.Response.Headers.ContentLanguage = "de";
            context.Response.Headers["X-Name"] = "new";
            context.Response.Headers["Content-MD5"] = "new";
            return Task.CompletedTask;
        };

        using var second = await edge.GetAsync("/api/a");

        Assert.Equal("RefreshHit from cloudfront", XCache(second));
        Assert.Equal("de", second.Content.Headers.ContentLanguage.Single());
        Assert.Equal("new", second.Headers.GetValues("X-Name").Single());
        Assert.Equal("old", second.Content.Headers.GetValues("Content-MD5").Single());
    }

    [Fact]
    public async Task HeaderBytesOfTheOrigin_ReachTheViewerAsTheyCame()
    {
        using var origin = new TcpListener(IPAddress.Loopback, 0);
        origin.Start();
        const string Head = "HTTP/1.1 200 OK\r\nX-Name: caf\u00e9\r\nETag: \"\u00ff\"\r\nContent-Length: 0\r\n\r\n";
        var answered = AnswerAsync(origin, Head);
        using var transport = new HttpTransport(
            new Uri($"http://127.0.0.1:{((IPEndPoint)origin.LocalEndpoint).Port}"), TimeSpan.FromSeconds(10), TimeProvider.System);
        var headers = new HeaderDictionary { ["X-Mine"] = "\u00e9\u0080" };

        using var response = await transport.SendAsync(new() { Method = "GET", Path = "/", Headers = headers }, default);

        Assert.Equal("caf\u00e9", response.Headers["X-Name"].ToString());
        Assert.Equal("\"\u00ff\"", response.Headers.ETag.ToString());
        Assert.Contains("X-Mine: \u00e9\u0080\r\n", await answered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InterimResponsesOfTheOrigin_EndAtTheEdge_AndTheirHeadersAreNotThoseOfTheResponse()
    {
        using var origin = new TcpListener(IPAddress.Loopback, 0);
        origin.Start();
        const string Heads = "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nX-Name: one\r\nContent-Length: 0\r\n\r\n";
        var answered = AnswerAsync(origin, Heads);
        using var transport = new HttpTransport(
            new Uri($"http://127.0.0.1:{((IPEndPoint)origin.LocalEndpoint).Port}"), TimeSpan.FromSeconds(10), TimeProvider.System);

        using var response = await transport.SendAsync(new() { Method = "GET", Path = "/" }, default);

        await answered;
        Assert.Equal(200, response.Status);
        Assert.Equal("one", response.Headers["X-Name"].ToString());
        Assert.False(response.Headers.ContainsKey("Link"));
    }

    private static TemplateResource Template { get; } = new("Test", "Distribution", "AWS::CloudFront::Distribution", []);

    private static DistributionProperties.Origin Custom(string domainName, int port) =>
        new() { Id = "custom", DomainName = domainName, CustomOriginConfig = new() { HTTPPort = port } };

    private static async Task<string> AnswerAsync(TcpListener origin, string head)
    {
        using var client = await origin.AcceptTcpClientAsync();
        var buffer = new byte[8192];
        var count = await client.GetStream().ReadAsync(buffer);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(head));
        return Encoding.Latin1.GetString(buffer, 0, count);
    }

    private sealed class NeverAnswers : IOriginTransport
    {
        public int Tried { get; private set; }

        public Task<OriginResponse> SendAsync(OriginRequest request, CancellationToken cancellation)
        {
            Tried++;
            throw new OriginException(504, "no answer");
        }
    }
}
