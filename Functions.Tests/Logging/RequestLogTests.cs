using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using FsCheck.Fluent;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Logging;

public sealed class RequestLogTests(TestTable table) : IClassFixture<TestTable>
{
    private const string ApiRequestId = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef";

    [Fact]
    public async Task ARequest_IsOneLine_WithWhoWhatAndHowMuch()
    {
        var api = table.Api();
        var log = new LogLines();
        var endpoint = api.Endpoint("CreateGlossary", log);
        var call = new Call { Reader = api.Reader, Body = Api.GlossaryBody("AWS") }.ToEvent();

        await endpoint.HandleAsync(call, new TestContext(TimeSpan.FromSeconds(9)));
        await endpoint.HandleAsync(call, new TestContext(TimeSpan.FromSeconds(9)));

        Assert.Equal(2, log.Lines.Count);
        var first = log.Lines[0];
        Assert.Equal(("INFO", "CreateGlossary answered 201"), (Text(first, "level"), Text(first, "message")));
        Assert.Equal(ApiRequestId, Text(first, "apiRequestId"));
        Assert.Equal("8476a536-e9f4-11e8-9739-2dfe598c3fcd", Text(first, "requestId"));
        Assert.Equal((201, 0), (first.GetProperty("status").GetInt32(), first.GetProperty("retries").GetInt32()));
        Assert.Equal(0, first.GetProperty("readUnits").GetDouble());
        Assert.True(first.GetProperty("writeUnits").GetDouble() > 0);
        Assert.Equal([true, false], log.Lines.Select(line => line.GetProperty("coldStart").GetBoolean()));
        Assert.False(first.TryGetProperty("requests", out _));
        Assert.False(first.TryGetProperty("errorType", out _));
    }

    /// <summary>
    /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html: each
    /// metric and each dimension is a member of the root.
    /// </summary>
    [Fact]
    public async Task TheLine_IsAlsoItsMetrics()
    {
        var api = table.Api();
        var log = new LogLines("Lexicon-dev");

        await api.Endpoint("ListGlossaries", log).HandleAsync(new Call().ToEvent(), new TestContext(TimeSpan.FromSeconds(9)));

        var line = Assert.Single(log.Lines);
        var directive = Assert.Single(line.GetProperty("_aws").GetProperty("CloudWatchMetrics").EnumerateArray());
        Assert.Equal("Lexicon-dev", Text(directive, "Namespace"));
        Assert.Equal("""[["Operation"]]""", directive.GetProperty("Dimensions").GetRawText());
        Assert.Equal(
            [("Requests", "Count"), ("Latency", "Milliseconds"), ("Faults", "Count"), ("ColdStarts", "Count")],
            directive.GetProperty("Metrics").EnumerateArray().Select(metric => (Text(metric, "Name"), Text(metric, "Unit"))));
        Assert.Equal("ListGlossaries", Text(line, "Operation"));
        Assert.Equal((1, 0, 1), (Number(line, "Requests"), Number(line, "Faults"), Number(line, "ColdStarts")));
        Assert.True(Number(line, "Latency") > 0);
        var age = DateTimeOffset.UtcNow - DateTimeOffset.FromUnixTimeMilliseconds(
            line.GetProperty("_aws").GetProperty("Timestamp").GetInt64());
        Assert.InRange(age, TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task WithoutANamespace_ThereAreNoMetrics_ButTheLineStays()
    {
        var log = new LogLines(metrics: null);

        await table.Api().Endpoint("GetOpenApi", log).HandleAsync(new Call().ToEvent(), new TestContext(TimeSpan.FromSeconds(9)));

        Assert.False(Assert.Single(log.Lines).TryGetProperty("_aws", out _));
    }

    [Fact]
    public async Task AFaultThatPasses_IsAWarning_CountedAsAFault_WithItsRetries()
    {
        using var client = table.NewClient();
        (client.Fault, client.Faults) = (
            new TransactionCanceledException("conflict") { CancellationReasons = [new() { Code = "TransactionConflict" }] }, 2);
        var log = new LogLines();
        var api = table.Api().Through(client);
        var call = new Call { Reader = api.Reader, Body = Api.GlossaryBody("AWS") }.ToEvent();
        await api.Endpoint("CreateGlossary", log).HandleAsync(call, new TestContext(TimeSpan.FromSeconds(9)));
        (client.Fault, client.Faults) = (new ProvisionedThroughputExceededException("slow down"), 1);

        await api.Endpoint("CreateGlossary", log).HandleAsync(call, new TestContext(TimeSpan.FromSeconds(9)));

        Assert.Equal([2, 0], log.Lines.Select(line => line.GetProperty("retries").GetInt32()));
        Assert.Equal(["INFO", "WARN"], log.Lines.Select(line => Text(line, "level")));
        Assert.Equal([0, 1], log.Lines.Select(line => Number(line, "Faults")));
        Assert.Equal(["7", "7"], log.Lines.Select(line => Text(line, "Version")));
        Assert.Equal(
            """{"Namespace":"Lexicon-test","Dimensions":[["Operation","Version"]],"Metrics":[{"Name":"Faults","Unit":"Count"}]}""",
            Assert.Single(log.Lines[1].GetProperty("_aws").GetProperty("CloudWatchMetrics").EnumerateArray().Skip(1)).GetRawText());
        Assert.Equal("busy", Text(log.Lines[1], "problem"));
        Assert.EndsWith("ProvisionedThroughputExceededException", Text(log.Lines[1], "errorType"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASampledRequest_TellsEachRequestToTheTable()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync(visibility: "public");
        var log = new LogLines(detailRate: 0.6);

        await api.Endpoint("ListTerms", log).HandleAsync(
            new Call { Path = Api.Paths(glossary.Id, null) }.ToEvent(), new TestContext(TimeSpan.FromSeconds(9)));

        Assert.Equal(
            ["GetItem", "Query"],
            Assert.Single(log.Lines).GetProperty("requests").EnumerateArray().Select(one => Text(one, "action")).Order());
    }

    [Fact]
    public async Task TheReader_IsAHash_TheSameOnOneStageOnly()
    {
        var api = table.Api();
        var (one, other) = (new LogLines("Lexicon-dev"), new LogLines("Lexicon-prod"));
        foreach (var log in new[] { one, one, other })
        {
            await api.Endpoint("ListMyGlossaries", log).HandleAsync(
                new Call { Reader = api.Reader }.ToEvent(), new TestContext(TimeSpan.FromSeconds(9)));
        }

        Assert.Matches("^[0-9a-f]{16}$", Text(one.Lines[0], "user"));
        Assert.Equal(Text(one.Lines[0], "user"), Text(one.Lines[1], "user"));
        Assert.NotEqual(Text(one.Lines[0], "user"), Text(other.Lines[0], "user"));
        Assert.DoesNotContain(api.Reader, one.Text + other.Text, StringComparison.Ordinal);
    }

    /// <summary>Generated secrets wherever a reader may write something: none of them is in the log, whatever becomes of it.</summary>
    [Fact]
    public async Task NoLine_HoldsWhatAReaderWrote()
    {
        var api = table.Api();
        var glossary = await api.CreateGlossaryAsync(visibility: "public");
        var term = await api.CreateTermAsync(glossary.Id, "Lambda");
        var log = new LogLines(detailRate: 1);
        using var failing = table.NewClient();
        var calls = from route in Gen.Elements(Routes.Handled.ToArray())
                    from number in Gen.Choose(0, int.MaxValue)
                    from isValid in Gen.Elements(true, false)
                    from fails in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
                    select (route, secret: $"secret{number}", isValid, fails);
        foreach (var (route, secret, isValid, fails) in calls.Sample(300))
        {
            failing.Fault = fails ? new ProvisionedThroughputExceededException("slow down") : null;
            var body = route.Request?.Name switch
            {
                "TermRequest" => Api.TermBody(secret, [secret]),
                "ReviewRequest" => Api.ReviewBody(glossary.Id, secret, 4),
                _ => Api.GlossaryBody(secret),
            };
            await api.Through(failing).Endpoint(route.Operation, log).HandleAsync(
                new Call
                {
                    Reader = secret,
                    Path = isValid ? Api.Paths(glossary.Id, term.Id) : Api.Paths(secret, secret),
                    Query = new() { ["prefix"] = secret, ["tag"] = secret, ["cursor"] = secret },
                    Headers = new()
                    {
                        ["Authorization"] = $"Bearer {secret}",
                        ["Idempotency-Key"] = secret,
                        ["If-Match"] = isValid ? "*" : secret,
                        ["Cookie"] = secret,
                    },
                    Body = isValid ? body : body + secret,
                }.ToEvent(),
                new TestContext(TimeSpan.FromSeconds(9)));
        }

        Assert.Equal(300, log.Lines.Count);
        Assert.DoesNotContain("secret", log.Text, StringComparison.Ordinal);
    }

    private static string Text(JsonElement line, string member) => line.GetProperty(member).GetString()!;

    private static double Number(JsonElement line, string member) => line.GetProperty(member).GetDouble();
}
