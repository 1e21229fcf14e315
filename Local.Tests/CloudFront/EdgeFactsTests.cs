using Lexicon.Local.CloudFront;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class EdgeFactsTests : IAsyncLifetime
{
    private RunningCloudFront _running = null!;

    private IEdge Edge => ((CloudFrontService)_running.Endpoint).Edge;

    public async Task InitializeAsync()
    {
        _running = await RunningCloudFront.StartAsync(policy: Policy());
        _running.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"));
    }

    public async Task DisposeAsync() => await _running.DisposeAsync();

    [Fact]
    public async Task Locations_CountWhatTheyHad_AndSayWhatTheyHold()
    {
        await ReadAsync("FRA");
        await ReadAsync("FRA");
        await ReadAsync("LHR");

        var byName = Edge.Locations.ToDictionary(location => location.Name);
        var (frankfurt, london, regional) = (byName["FRA56-P4"], byName["LHR61-P5"], byName["FRA-R"]);
        var held = Assert.Single(Edge.ObjectsOf("LHR61-P5")!);

        Assert.Equal((1L, 1L, 1), (frankfurt.Hits, frankfurt.Misses, frankfurt.Objects));
        Assert.Equal((0L, 1L, 1), (london.Hits, london.Misses, london.Objects));
        Assert.Equal((1L, 1L, 1), (regional.Hits, regional.Misses, regional.Objects));
        Assert.Equal(("FRA-R", "LHR", true), (london.Regional, london.Place!.Code, regional.IsRegional));
        Assert.Equal(("/api/a", 200, 3L), (held.Path, held.Status, held.Bytes));
        Assert.Equal(_running.Clock.GetUtcNow() + TimeSpan.FromSeconds(60), held.FreshUntil);
        Assert.Null(Edge.ObjectsOf("XXX"));
    }

    [Fact]
    public async Task VisitorPlace_HoldsForWhoeverSaysNoOther()
    {
        Edge.VisitorPlace = "SYD";

        using var silent = await _running.GetAsync("/api/a");
        using var says = await PointOfPresenceTests.From(_running, "FRA", "/api/a");

        Assert.Equal(
            ["SYD62-P2", "FRA56-P4"], new[] { silent, says }.Select(answer => answer.Headers.GetValues("X-Amz-Cf-Pop").Single()));
        Assert.False(silent.Headers.Contains("X-Lexicon-Why"));
        Assert.Throws<ArgumentException>(() => Edge.VisitorPlace = "XXX");
        Assert.Equal("SYD", Edge.VisitorPlace);
    }

    [Fact]
    public async Task Invalidate_EmptiesEveryCache_AndSaysWhatIsWrong()
    {
        await ReadAsync("FRA");

        var done = Edge.Invalidate(_running.DistributionId, "/api/*");

        Assert.Null(done);
        Assert.All(Edge.Locations, location => Assert.Equal(0, location.Objects));
        Assert.Equal("Your request contains one or more invalid invalidation paths.", Edge.Invalidate(_running.DistributionId, "a"));
        Assert.Equal("there is no distribution E0", Edge.Invalidate("E0", "/*"));
    }

    private async Task ReadAsync(string place)
    {
        using var answer = await PointOfPresenceTests.From(_running, place, "/api/a");
        await answer.Content.ReadAsByteArrayAsync();
    }
}
