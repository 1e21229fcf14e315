using System.Diagnostics;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Hosting;
using Lexicon.Local.Traces;
using Lexicon.Local.Traces.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Lexicon.Local.Tests.Traces;

/// <summary>What is kept of a request, found again by its trace.</summary>
[Collection(nameof(TraceTests))]
public sealed class TraceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon-traces-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Request_IsOnePieceWithItsSpans_WhatWasDecidedInThem_AndWhyOneFailed()
    {
        string? trace = null;
        var (list, spans) = await RecordAsync(
            () =>
            {
                using var request = Spans.Begin("GET /", ActivityKind.Server);
                request!.SetTag("http.response.status_code", 403);
                trace = request.TraceId.ToHexString();
                using var step = Spans.Begin("Authorize");
                Spans.Note("IAM denies", new KeyValuePair<string, object?>("action", "s3:GetObject"));
                step.Fail("because no policy allows it");
            },
            () => trace!);

        Assert.Equal("GET /", (string)Assert.Single(list)!["name"]!);
        Assert.Equal(403, (int)list[0]!["tags"]!["http.response.status_code"]!);
        Assert.Equal(["GET /", "Authorize"], spans.Select(span => (string)span!["name"]!));
        Assert.Equal((string)spans[0]!["id"]!, (string)spans[1]!["parent"]!);
        Assert.Equal("because no policy allows it", (string)spans[1]!["error"]!);
        Assert.Equal("s3:GetObject", (string)spans[1]!["events"]![0]!["tags"]!["action"]!);
    }

    [Fact]
    public async Task CallThatAServiceRefuses_FailsWithItsReason()
    {
        string? trace = null;
        var (_, spans) = await RecordAsync(
            () =>
            {
                using var call = Spans.Begin("dynamodb PutItem");
                trace = call!.TraceId.ToHexString();
                AwsCallSpan.Refuse("com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException", "The conditional request failed");
            },
            () => trace!);

        Assert.Equal("ConditionalCheckFailedException: The conditional request failed", (string)spans[0]!["error"]!);
    }

    [Fact]
    public async Task Span_BehindASocket_IsOfTheSameTrace_ByTheHeaderThatTheRequestCarries()
    {
        string? trace = null;
        var (list, spans) = await RecordAsync(
            () =>
            {
                string header;
                using (var caller = Spans.Begin("caller"))
                {
                    trace = caller!.TraceId.ToHexString();
                    header = Spans.CurrentHeader!;
                }

                using var called = Spans.Begin("called", ActivityKind.Server, Spans.Parse(header));
            },
            () => trace!);

        Assert.Equal(2, list.Count);
        Assert.Equal(["caller", "called"], spans.Select(span => (string)span!["name"]!));
        Assert.Equal((string)spans[0]!["id"]!, (string)spans[1]!["parent"]!);
    }

    [Fact]
    public async Task Span_ThatOutlivesItsRequest_IsStillOfItsTrace()
    {
        string? trace = null;
        var (list, spans) = await RecordAsync(
            () =>
            {
                var request = Spans.Begin("request");
                trace = request!.TraceId.ToHexString();
                var rest = Spans.Begin("rest");
                request.Dispose();
                rest!.Dispose();
            },
            () => trace!);

        Assert.Equal(2, list.Count);
        Assert.Equal(["request", "rest"], spans.Select(span => (string)span!["name"]!));
    }

    [Theory]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1")]
    [InlineData("Self=1-x;Root=1-5759E988-BD862E3FE1BE46A994272793;Parent=53995C3F42CD8AD8")]
    public void Header_NamesTheSpanThatItContinues(string header)
    {
        var context = Spans.Parse(header);

        Assert.Equal(
            ("5759e988bd862e3fe1be46a994272793", "53995c3f42cd8ad8"),
            (context!.Value.TraceId.ToHexString(), context.Value.SpanId.ToHexString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Root=1-5759e988")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a99427279z")]
    public void Header_WithoutARoot_ContinuesNothing(string header) => Assert.Null(Spans.Parse(header));

    [Fact]
    public void TraceId_BeginsWithTheTime_AsXRayWantsIt()
    {
        using var recorder = new TraceRecorder(_ => { });
        using var span = Spans.Begin("now");

        Assert.True(TraceHeader.IsRoot(Spans.CurrentRoot));
        Assert.Equal(span!.TraceId.ToHexString(), Spans.CurrentRoot![2..].Replace("-", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Runs_BeyondTheLastTen_AreRemoved()
    {
        var first = RunFile.Create(_folder, _time);
        foreach (var _ in Enumerable.Range(0, 10))
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            RunFile.Create(_folder, _time);
        }

        Assert.Equal(10, Directory.GetFiles(_folder, "*.db").Length);
        Assert.False(File.Exists(first));
    }

    // Other tests of this assembly may make spans at the same time: only those of the trace count.
    private async Task<(JsonArray List, JsonArray Spans)> RecordAsync(Action work, Func<string> trace)
    {
        var file = RunFile.Create(_folder, _time);
        var writer = new PieceWriter(file);
        using (new TraceRecorder(writer.Add))
        {
            work();
        }

        await writer.DisposeAsync();
        var reader = new PieceReader(file);
        var list = reader.List(before: null, 1_000).Where(piece => (string)piece!["trace"]! == trace());
        return ([.. list.Select(piece => piece!.DeepClone())], reader.Trace(trace()));
    }
}
