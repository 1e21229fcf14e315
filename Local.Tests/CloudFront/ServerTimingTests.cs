using System.Text.RegularExpressions;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudFront.Resources;
using static Lexicon.Local.Tests.CloudFront.CachedApi;

namespace Lexicon.Local.Tests.CloudFront;

/// <summary>
/// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html#server-timing-header.
/// </summary>
public sealed partial class ServerTimingTests
{
    private const string Ids = "cdn-pop;desc=\"LCL50-P1\",cdn-rid;desc=\"*\"";

    [Fact]
    public async Task Miss_NamesWhoAskedTheOrigin_AndHowLongEachTook()
    {
        await using var edge = await StartAsync();
        edge.Api.Answer = context =>
        {
            edge.Clock.Advance(TimeSpan.FromMilliseconds(177.9));
            return Answer("one", ("Cache-Control", "max-age=60"))(context);
        };

        using var miss = await edge.GetAsync("/api/a");

        Assert.Equal(
            "cdn-upstream-layer;desc=\"EDGE\",cdn-upstream-dns;dur=0,cdn-upstream-connect;dur=0,cdn-upstream-fbl;dur=177,"
                + $"cdn-cache-miss,{Ids},cdn-downstream-fbl;dur=177",
            Timing(miss));
    }

    [Fact]
    public async Task Hit_NamesTheLayer_AndNothingOfTheOrigin()
    {
        await using var edge = await StartAsync();
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"), ("Server-Timing", "db;dur=53"));
        using var miss = await edge.GetAsync("/api/a");
        await miss.Content.ReadAsByteArrayAsync();

        using var hit = await edge.GetAsync("/api/a");

        Assert.EndsWith($"cdn-cache-miss,{Ids},cdn-downstream-fbl;dur=0,db;dur=53", Timing(miss), StringComparison.Ordinal);
        Assert.Equal($"cdn-cache-hit,{Ids},cdn-hit-layer;desc=\"EDGE\",cdn-downstream-fbl;dur=0", Timing(hit));
        Assert.Contains($"\"{hit.Headers.GetValues("X-Amz-Cf-Id").Single()}\"", Raw(hit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RegionalEdgeCache_IsALayerOfItsOwn()
    {
        await using var edge = await StartAsync();
        edge.Api.Answer = Answer("one", ("Cache-Control", "max-age=60"));
        using var frankfurt = await PointOfPresenceTests.From(edge, "FRA", "/api/a");
        await frankfurt.Content.ReadAsByteArrayAsync();

        using var london = await PointOfPresenceTests.From(edge, "LHR", "/api/a");

        Assert.StartsWith("cdn-upstream-layer;desc=\"REC\",", Timing(frankfurt), StringComparison.Ordinal);
        Assert.Contains(",cdn-cache-miss,cdn-pop;desc=\"FRA56-P4\",", Timing(frankfurt), StringComparison.Ordinal);
        Assert.StartsWith("cdn-cache-hit,cdn-pop;desc=\"LHR", Timing(london), StringComparison.Ordinal);
        Assert.EndsWith(",cdn-hit-layer;desc=\"REC\",cdn-downstream-fbl;dur=0", Timing(london), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConfirmedObject_IsARefresh()
    {
        await using var edge = await StartAsync();
        edge.Api.Answer = context =>
        {
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch.Count > 0 ? 304 : 200;
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers.CacheControl = "max-age=60";
            return Task.CompletedTask;
        };
        using var first = await edge.GetAsync("/api/a");
        edge.Clock.Advance(TimeSpan.FromSeconds(61));

        using var confirmed = await edge.GetAsync("/api/a");

        Assert.Equal("RefreshHit from cloudfront", XCache(confirmed));
        Assert.Equal(
            "cdn-upstream-dns;dur=0,cdn-upstream-connect;dur=0,cdn-upstream-fbl;dur=0,"
                + $"cdn-cache-refresh,{Ids},cdn-downstream-fbl;dur=0",
            Timing(confirmed));
    }

    [Fact]
    public async Task WhatIsNeverCached_IsAMissEachTime()
    {
        await using var edge = await StartAsync(caches: false);

        using var first = await edge.GetAsync("/api/a");
        using var second = await edge.GetAsync("/api/a");

        Assert.All([first, second], response => Assert.Contains(",cdn-cache-miss,", Timing(response), StringComparison.Ordinal));
    }

    [Fact]
    public async Task RefusedMethod_HasNeitherHitNorMiss()
    {
        await using var edge = await StartAsync(allowed: ["GET", "HEAD"]);

        using var refused = await edge.SendAsync(HttpMethod.Delete, "/api/a");

        Assert.Equal((403, $"{Ids},cdn-downstream-fbl;dur=0"), ((int)refused.StatusCode, Timing(refused)));
    }

    [Theory]
    [InlineData(0, null, false)]
    [InlineData(0, "server-timing", true)]
    [InlineData(0, "no-cache", false)]
    [InlineData(100, null, true)]
    public async Task Rate_DecidesForWhoDoesNotAskForIt(double rate, string? pragma, bool isThere)
    {
        await using var edge = await StartAsync(timing: new { Enabled = true, SamplingRate = rate });

        using var response = pragma is null ? await edge.GetAsync("/api/a") : await edge.GetAsync("/api/a", ("Pragma", pragma));

        Assert.Equal(isThere, response.Headers.Contains("Server-Timing"));
    }

    [Fact]
    public async Task PolicyThatDoesNotEnableIt_AddsNothing_AndLeavesTheOriginsOwn()
    {
        await using var edge = await StartAsync(timing: new { Enabled = false, SamplingRate = 100 });
        edge.Api.Answer = Answer("one", ("Server-Timing", "db;dur=53"));

        using var response = await edge.GetAsync("/api/a", ("Pragma", "server-timing"));

        Assert.Equal("db;dur=53", Raw(response));
    }

    [Fact]
    public async Task Rate_BeyondAHundred_IsRefused()
    {
        var failure = await Assert.ThrowsAsync<StartupException>(() => StartAsync(timing: new { Enabled = true, SamplingRate = 101 }));

        Assert.Contains("SamplingRate' is not valid: it must be a number from 0 to 100", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTracesAreKept_TheRequestsOwnTraceIsNamed()
    {
        using var listener = new SpanListener();
        await using var edge = await StartAsync();

        using var response = await edge.GetAsync(
            "/api/a", ("X-Amzn-Trace-Id", "Root=1-67891233-abcdef012345678912345678;Parent=463ac35c9f6413ad;Sampled=1"));

        Assert.EndsWith(
            $",lexicon-trace;desc=\"{edge.ApiAddress}#trace=67891233abcdef012345678912345678\"", Raw(response), StringComparison.Ordinal);
    }

    private static Task<RunningCloudFront> StartAsync(object? timing = null, string[]? allowed = null, bool caches = true) =>
        RunningCloudFront.StartAsync(
            api: allowed is null ? new { ResponseHeadersPolicyId = Id } : new { ResponseHeadersPolicyId = Id, AllowedMethods = allowed },
            policy: caches ? Policy() : null,
            prepare: edge => edge.Provision("AWS::CloudFront::ResponseHeadersPolicy", "Headers", new
            {
                ResponseHeadersPolicyConfig = new
                {
                    Name = "headers",
                    ServerTimingHeadersConfig = timing ?? new { Enabled = true, SamplingRate = 100 },
                },
            }));

    private static string Id { get; } =
        PolicyReader.IdFor(new TemplateResource("Test", "Headers", "AWS::CloudFront::ResponseHeadersPolicy", []));

    private static string Raw(HttpResponseMessage response) => string.Join(" and ", response.Headers.GetValues("Server-Timing"));

    // Without the request's id, which is another each time, and without the trace, which is there when another test listens.
    private static string Timing(HttpResponseMessage response) => Trace().Replace(RequestId().Replace(Raw(response), "$1*$2"), "");

    [GeneratedRegex("(cdn-rid;desc=\")[^\"]*(\")")]
    private static partial Regex RequestId();

    [GeneratedRegex(",lexicon-trace;desc=\"[^\"]*\"")]
    private static partial Regex Trace();
}
