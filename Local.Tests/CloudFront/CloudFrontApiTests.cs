using System.Net;
using System.Xml.Linq;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFront;
using Lexicon.Local.Tests.Aws;
using Microsoft.AspNetCore.Http;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class CloudFrontApiTests : IAsyncLifetime
{
    private const string Namespace = "http://cloudfront.amazonaws.com/doc/2020-05-31/";
    private static readonly HttpClient Http = new();
    private RunningCloudFront _edge = null!;
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _edge = await RunningCloudFront.StartAsync(policy: Policy());
        var identities = _edge.Storage.Identities;
        var api = ((CloudFrontService)_edge.Endpoint).Api(identities);
        _server = await TestServer.StartAsync(new AwsEndpoint(identities, [api], _edge.Clock));
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _edge.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/a", 1)]
    [InlineData("/api/*", 2)]
    [InlineData("/*", 2)]
    [InlineData("*", 2)]
    [InlineData("/api", 0)]
    [InlineData("/API/a", 0)]
    public async Task CreateInvalidation_RemovesWhatItNames(string path, int removed)
    {
        _edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"));
        using var a = await _edge.GetAsync("/api/a");
        using var b = await _edge.GetAsync("/api/b");

        var (status, created) = await CallAsync("POST", Distribution("/invalidation"), Batch(path));
        using var again = await _edge.GetAsync("/api/a");
        using var other = await _edge.GetAsync("/api/b");

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(Name("Invalidation"), created.Name);
        Assert.Equal("Completed", created.Element(Name("Status"))!.Value);
        Assert.Equal(2 + removed, _edge.Api.Requests.Count);
    }

    [Fact]
    public async Task WhatWasAskedForBeforeAnInvalidation_IsNotKeptAfterIt()
    {
        var (asked, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        _edge.Api.Answer = async context =>
        {
            asked.TrySetResult();
            await gate.Task;
            context.Response.Headers.CacheControl = "max-age=60";
            await context.Response.WriteAsync("old");
        };
        var underWay = _edge.GetAsync("/api/a");
        await asked.Task;

        await CallAsync("POST", Distribution("/invalidation"), Batch("/api/a"));
        gate.SetResult();
        using var first = await underWay;
        _edge.Api.Answer = Answer("new");
        using var second = await _edge.GetAsync("/api/a");

        Assert.Equal("new", await second.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task MethodThatChangesSomething_RemovesNothing(string method)
    {
        _edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"));
        using var first = await _edge.GetAsync("/api/a");

        using var change = await _edge.SendAsync(new HttpMethod(method), "/api/a", "{}");
        using var second = await _edge.GetAsync("/api/a");

        Assert.Equal("Hit from cloudfront", XCache(second));
    }

    [Fact]
    public async Task Invalidation_IsFoundByItsId_AndInTheList()
    {
        var (_, created) = await CallAsync("POST", Distribution("/invalidation"), Batch("/a"));
        var id = created.Element(Name("Id"))!.Value;

        var (found, one) = await CallAsync("GET", Distribution($"/invalidation/{id}"));
        var (_, list) = await CallAsync("GET", Distribution("/invalidation"));

        Assert.Equal(HttpStatusCode.OK, found);
        Assert.Equal("/a", one.Descendants(Name("Path")).Single().Value);
        Assert.Equal([id], list.Descendants(Name("Id")).Select(element => element.Value));
        Assert.Equal("1", list.Element(Name("Quantity"))!.Value);
    }

    [Fact]
    public async Task SameRequestAgain_IsTheSameInvalidation_AndOtherPathsAreRefused()
    {
        var (_, first) = await CallAsync("POST", Distribution("/invalidation"), Batch("/a"));
        var (_, second) = await CallAsync("POST", Distribution("/invalidation"), Batch("/a"));
        var (status, error) = await CallAsync("POST", Distribution("/invalidation"), Batch("/b"));

        Assert.Equal(first.Element(Name("Id"))!.Value, second.Element(Name("Id"))!.Value);
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidArgument"), (status, Code(error)));
    }

    [Fact]
    public async Task Distributions_AreAsTheTemplatesHaveThem()
    {
        var (_, one) = await CallAsync("GET", Distribution(""));
        var (_, all) = await CallAsync("GET", "/2020-05-31/distribution");

        Assert.Equal(_edge.DistributionId, one.Element(Name("Id"))!.Value);
        Assert.Equal("index.html", one.Element(Name("DistributionConfig"))!.Element(Name("DefaultRootObject"))!.Value);
        Assert.Equal([_edge.DistributionId], all.Descendants(Name("Id")).Select(element => element.Value));
    }

    [Theory]
    [InlineData("POST", "/2020-05-31/distribution/E0/invalidation", "<a/>", 404, "NoSuchDistribution")]
    [InlineData("GET", "/2020-05-31/distribution/E0", "", 404, "NoSuchDistribution")]
    [InlineData("POST", "/invalidation", "no xml", 400, "MalformedInput")]
    [InlineData("POST", "/invalidation", "<InvalidationBatch/>", 400, "MalformedInput")]
    [InlineData("GET", "/invalidation/I0", "", 404, "NoSuchInvalidation")]
    [InlineData("DELETE", "", "", 501, "NotImplemented")]
    public async Task WhatIsRefused_IsAnErrorDocumentInXml(string method, string path, string body, int status, string code)
    {
        var whole = path.StartsWith("/2020", StringComparison.Ordinal) ? path : Distribution(path);

        var (answered, error) = await CallAsync(method, whole, body);

        Assert.Equal((status, code), ((int)answered, Code(error)));
        Assert.Equal(Name("ErrorResponse"), error.Name);
        Assert.NotEmpty(error.Element(Name("RequestId"))!.Value);
    }

    [Fact]
    public async Task QuantityThatIsNotThatOfThePaths_IsRefused()
    {
        var (status, error) = await CallAsync(
            "POST", Distribution("/invalidation"), Batch("/a").Replace("<Quantity>1<", "<Quantity>2<", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.BadRequest, "InconsistentQuantities"), (status, Code(error)));
    }

    private static XName Name(string name) => XName.Get(name, Namespace);

    private static string Code(XElement error) => error.Element(Name("Error"))!.Element(Name("Code"))!.Value;

    private static string Batch(string path) =>
        $"<InvalidationBatch xmlns=\"{Namespace}\"><Paths><Quantity>1</Quantity><Items><Path>{path}</Path></Items></Paths>"
        + "<CallerReference>one</CallerReference></InvalidationBatch>";

    private string Distribution(string path) => $"/2020-05-31/distribution/{_edge.DistributionId}{path}";

    private async Task<(HttpStatusCode Status, XElement Body)> CallAsync(string method, string path, string body = "")
    {
        var request = new TestRequest(_server.Address, "cloudfront", _edge.Clock.GetUtcNow())
        {
            Method = method,
            Path = path,
            Body = body,
            ContentType = "text/xml",
        };
        using var signed = request.Sign();
        using var answer = await Http.SendAsync(signed);
        return (answer.StatusCode, XElement.Parse(await answer.Content.ReadAsStringAsync()));
    }
}
