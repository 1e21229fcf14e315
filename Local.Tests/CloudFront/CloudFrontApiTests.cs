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
        Assert.Equal("InProgress", created.Element(Name("Status"))!.Value);
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
        _edge.Clock.Advance(TimeSpan.FromSeconds(1));

        var (found, one) = await CallAsync("GET", Distribution($"/invalidation/{id}"));
        var (_, list) = await CallAsync("GET", Distribution("/invalidation"));

        Assert.Equal(HttpStatusCode.OK, found);
        Assert.Equal("Completed", one.Element(Name("Status"))!.Value);
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

    [Theory]
    [InlineData("a", "InvalidArgument")]
    [InlineData("/a*b", "InvalidArgument")]
    [InlineData("/a b", "InvalidArgument")]
    [InlineData("/\u00e9", "InvalidArgument")]
    public async Task PathThatCannotBeInvalidated_IsRefused(string path, string code)
    {
        var (status, error) = await CallAsync("POST", Distribution("/invalidation"), Batch(path));

        Assert.Equal((HttpStatusCode.BadRequest, code), (status, Code(error)));
    }

    [Fact]
    public async Task PathThatIsTooLong_OrTooManyOfThem_AreRefused()
    {
        var longest = $"/{new string('a', 3999)}";

        var (fits, _) = await CallAsync("POST", Distribution("/invalidation"), Batch(longest));
        var (tooLong, invalid) = await CallAsync("POST", Distribution("/invalidation"), Batch($"{longest}a", "two"));
        var (tooMany, batch) = await CallAsync(
            "POST", Distribution("/invalidation"), Batch([.. Enumerable.Range(0, 3001).Select(i => $"/{i}")], "three"));

        Assert.Equal(HttpStatusCode.Created, fits);
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidArgument"), (tooLong, Code(invalid)));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "BatchTooLarge"), (tooMany, Code(batch)));
    }

    [Fact]
    public async Task SixteenthWildcardInProgress_IsRefused_UntilTheEarlierOnesAreComplete()
    {
        var fifteen = Batch([.. Enumerable.Range(0, 15).Select(i => $"/{i}/*")], "fifteen");
        await CallAsync("POST", Distribution("/invalidation"), fifteen);

        var (refused, error) = await CallAsync("POST", Distribution("/invalidation"), Batch("/a*", "more"));
        _edge.Clock.Advance(TimeSpan.FromSeconds(1));
        var (accepted, _) = await CallAsync("POST", Distribution("/invalidation"), Batch("/a*", "more"));

        Assert.Equal((HttpStatusCode.BadRequest, "TooManyInvalidationsInProgress"), (refused, Code(error)));
        Assert.Equal(HttpStatusCode.Created, accepted);
    }

    [Fact]
    public async Task CreateInvalidation_RemovesItAtEveryPointOfPresence_AndBehindThem()
    {
        _edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"));
        foreach (var place in new[] { "FRA", "LHR", "NRT" })
        {
            using var filled = await PointOfPresenceTests.From(_edge, place, "/api/a");
            await filled.Content.ReadAsByteArrayAsync();
        }

        await CallAsync("POST", Distribution("/invalidation"), Batch("/api/a"));
        _edge.Api.Answer = Answer("two", ("Cache-Control", "max-age=60"));

        foreach (var place in new[] { "FRA", "LHR", "NRT" })
        {
            using var fetched = await PointOfPresenceTests.From(_edge, place, "/api/a");
            Assert.Equal("two", await fetched.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task QueryStringThatIsNotInTheKey_NeedNotBeNamed()
    {
        _edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"));
        using var filled = await _edge.GetAsync("/api/a?b=1");
        await filled.Content.ReadAsByteArrayAsync();

        await CallAsync("POST", Distribution("/invalidation"), Batch("/api/a"));
        using var again = await _edge.GetAsync("/api/a?b=1");

        Assert.Equal("Miss from cloudfront", XCache(again));
    }

    [Fact]
    public async Task List_IsPaged_TheNewestFirst()
    {
        foreach (var reference in new[] { "one", "two", "three" })
        {
            await CallAsync("POST", Distribution("/invalidation"), Batch($"/{reference}", reference));
        }

        var (_, first) = await CallAsync("GET", Distribution("/invalidation?MaxItems=2"));
        var next = first.Element(Name("NextMarker"))!.Value;
        var (_, second) = await CallAsync("GET", Distribution($"/invalidation?Marker={next}&MaxItems=2"));

        Assert.Equal("true", first.Element(Name("IsTruncated"))!.Value);
        Assert.Equal(["2", "1"], new[] { first, second }.Select(page => page.Element(Name("Quantity"))!.Value));
        Assert.Equal("false", second.Element(Name("IsTruncated"))!.Value);
    }

    [Fact]
    public async Task Distributions_AreAsTheTemplatesHaveThem()
    {
        var (_, one) = await CallAsync("GET", Distribution(""));
        var (_, all) = await CallAsync("GET", "/2020-05-31/distribution");

        Assert.Equal(_edge.DistributionId, one.Element(Name("Id"))!.Value);
        var config = one.Element(Name("DistributionConfig"))!;
        Assert.Equal("index.html", config.Element(Name("DefaultRootObject"))!.Value);
        Assert.Equal(["pages", "api"], config.Element(Name("Origins"))!.Descendants(Name("Id")).Select(element => element.Value));
        Assert.Equal("/api/*", config.Descendants(Name("PathPattern")).Single().Value);
        Assert.Equal($"{_edge.DistributionId.ToLowerInvariant()}.cloudfront.net", one.Element(Name("DomainName"))!.Value);
        Assert.Equal(
            [_edge.DistributionId],
            all.Descendants(Name("DistributionSummary")).Select(summary => summary.Element(Name("Id"))!.Value));
    }

    [Theory]
    [InlineData("POST", "/2020-05-31/distribution/E0/invalidation", "<a/>", 404, "NoSuchDistribution")]
    [InlineData("GET", "/2020-05-31/distribution/E0", "", 404, "NoSuchDistribution")]
    [InlineData("POST", "/invalidation", "no xml", 400, "MalformedInput")]
    [InlineData("POST", "/invalidation", "<InvalidationBatch/>", 400, "MalformedInput")]
    [InlineData("POST", "/invalidation", "", 400, "MissingBody")]
    [InlineData("GET", "/invalidation?MaxItems=x", "", 400, "InvalidArgument")]
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

    private static string Batch(string path, string reference = "one") => Batch([path], reference);

    private static string Batch(string[] paths, string reference) =>
        $"<InvalidationBatch xmlns=\"{Namespace}\"><Paths><Quantity>{paths.Length}</Quantity>"
        + $"<Items>{string.Concat(paths.Select(path => $"<Path>{path}</Path>"))}</Items></Paths>"
        + $"<CallerReference>{reference}</CallerReference></InvalidationBatch>";

    private string Distribution(string path) => $"/2020-05-31/distribution/{_edge.DistributionId}{path}";

    private async Task<(HttpStatusCode Status, XElement Body)> CallAsync(string method, string path, string body = "")
    {
        var request = new TestRequest(_server.Address, "cloudfront", _edge.Clock.GetUtcNow())
        {
            Method = method,
            Path = path.Split('?')[0],
            Query = path.Contains('?', StringComparison.Ordinal) ? path.Split('?')[1] : "",
            Body = body,
            ContentType = "text/xml",
        };
        using var signed = request.Sign();
        using var answer = await Http.SendAsync(signed);
        return (answer.StatusCode, XElement.Parse(await answer.Content.ReadAsStringAsync()));
    }
}
