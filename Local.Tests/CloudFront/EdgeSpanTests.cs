using System.Diagnostics;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

public sealed class EdgeSpanTests : IDisposable
{
    private readonly SpanListener _spans = new();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task Span_SaysPlaceDecisionKeyAgeAndWhy()
    {
        await using var edge = await RunningCloudFront.StartAsync(policy: Policy());
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"));
        var path = $"/api/{Guid.NewGuid():N}";
        using var first = await PointOfPresenceTests.From(edge, "FRA", path);
        await first.Content.ReadAsByteArrayAsync();
        edge.Clock.Advance(TimeSpan.FromSeconds(7));

        using var hit = await PointOfPresenceTests.From(edge, "FRA", path);

        var (missed, served) = (Of(first), Of(hit));
        Assert.Equal(
            ("FRA56-P4", "Frankfurt am Main", "Miss from cloudfront", "Miss from cloudfront"),
            (Tag(missed, "pop"), Tag(missed, "place"), Tag(missed, "cache"), Tag(missed, "regional")));
        Assert.Equal(("Hit from cloudfront", "7", ""), (Tag(served, "cache"), Tag(served, "age"), Tag(served, "regional")));
        Assert.Equal("In this cache, fresh for another 53 s.", Tag(served, "why"));
        Assert.Contains(path, Tag(served, "cache_key"), StringComparison.Ordinal);
        Assert.Equal(
            ["CloudFront asks the regional edge cache FRA-R", "CloudFront asks the origin"],
            _spans.Ended.Where(span => span.TraceId == missed.TraceId && span.Kind == ActivityKind.Client)
                .OrderBy(span => span.StartTimeUtc).Select(span => span.DisplayName));
    }

    private Activity Of(HttpResponseMessage response)
    {
        var id = response.Headers.GetValues("X-Amz-Cf-Id").Single();
        return _spans.Ended.Single(span => (string?)span.GetTagItem("aws.cloudfront.request_id") == id);
    }

    private static string Tag(Activity span, string name) => span.GetTagItem($"aws.cloudfront.{name}")?.ToString() ?? "";
}
