using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.Lambda;

public sealed class LogTests
{
    [Fact]
    public async Task TextLog_OfAColdAndAWarmInvocation_ReadsAsOnLambda()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("logs");

        var cold = await lambda.InvokeAsync(arn, """{"do":"log","lines":["one","two"]}""");
        var warm = await lambda.InvokeAsync(arn);

        var lines = lambda.Logs.Messages("/aws/lambda/logs");
        Assert.StartsWith(
            "INIT_START Runtime Version: provided:al2023.v0\tRuntime Version ARN: arn:aws:lambda:us-east-1::runtime:",
            lines[0],
            StringComparison.Ordinal);
        Assert.Equal($"START RequestId: {cold.RequestId} Version: $LATEST", lines[1]);

        // Two pipes have no common order, but every line of the invocation stands before its end.
        Assert.Equal(["an error line", "one", "two"], lines.Skip(2).Take(3).Order(StringComparer.Ordinal));
        Assert.Equal($"END RequestId: {cold.RequestId}", lines[5]);
        Assert.Matches(
            $@"^REPORT RequestId: {cold.RequestId}\tDuration: \d+\.\d\d ms\tBilled Duration: \d+ ms\t"
            + $@"Memory Size: 128 MB\tMax Memory Used: \d+ MB\tInit Duration: \d+\.\d\d ms\t$",
            lines[6]);
        Assert.Equal($"START RequestId: {warm.RequestId} Version: $LATEST", lines[7]);
        Assert.Equal($"END RequestId: {warm.RequestId}", lines[8]);
        Assert.Matches(
            $@"^REPORT RequestId: {warm.RequestId}\tDuration: \d+\.\d\d ms\tBilled Duration: \d+ ms\t"
            + @"Memory Size: 128 MB\tMax Memory Used: [1-9]\d* MB\t$",
            lines[9]);
        Assert.Equal(10, lines.Count);
    }

    [Fact]
    public async Task JsonLog_HasThePlatformEventsOfLevelInfo()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("logs", """ "LoggingConfig": { "LogFormat": "JSON", "LogGroup": "shared" } """);

        var result = await lambda.InvokeAsync(arn, """{"do":"log","lines":["{\"level\":\"DEBUG\"}","{\"level\":\"WARN\"}"]}""");

        var events = lambda.Logs.Tail("shared", 100);
        Assert.Matches(@"^\d{4}/\d\d/\d\d/logs\[\$LATEST\][0-9a-f]{32}$", events[0].Stream);
        Assert.DoesNotContain(events, logged => logged.Message.Contains("DEBUG", StringComparison.Ordinal));
        var platform = events.Where(logged => logged.Message.Contains("platform", StringComparison.Ordinal)).Select(
            logged => JsonNode.Parse(logged.Message)!).ToList();
        Assert.Equal(["platform.initStart", "platform.start", "platform.report"], platform.Select(item => (string)item["type"]!));
        Assert.Equal(result.RequestId, (string?)platform[1]["record"]!["requestId"]);
        var report = platform[2]["record"]!;
        Assert.Equal((result.RequestId, "success"), ((string?)report["requestId"], (string?)report["status"]));
        Assert.Equal(128, (int)report["metrics"]!["memorySizeMB"]!);
        Assert.Equal(
            Math.Ceiling((double)report["metrics"]!["durationMs"]! + (double)report["metrics"]!["initDurationMs"]!),
            (double)report["metrics"]!["billedDurationMs"]!,
            1.0);
    }

    [Fact]
    public async Task JsonLog_AtLevelDebug_HasEveryPlatformEventAsJson()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("logs", """
             "LoggingConfig": { "LogFormat": "JSON", "SystemLogLevel": "DEBUG" }, "TracingConfig": { "Mode": "Active" }
             """);

        await lambda.InvokeAsync(arn);

        var types = lambda.Logs.Messages("/aws/lambda/logs").Select(line => (string)JsonNode.Parse(line)!["type"]!);
        Assert.Equal(["platform.initStart", "platform.initReport", "platform.start", "platform.runtimeDone", "platform.report"], types);
    }

    [Fact]
    public async Task LogTail_EndsWithTheReportAndIsFourKilobytesAtMost()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("logs");
        var lines = string.Join(',', Enumerable.Range(0, 300).Select(i => $"\"line {i} {new string('-', 20)}\""));

        var result = await lambda.InvokeAsync(arn, $$"""{"do":"log","lines":[{{lines}}]}""");

        Assert.InRange(result.LogTail.Length, 4000, 4096);
        Assert.Contains("line 299", result.LogTail, StringComparison.Ordinal);
        Assert.DoesNotContain("line 0 ", result.LogTail, StringComparison.Ordinal);
        Assert.Matches($@"END RequestId: {result.RequestId}\nREPORT RequestId: {result.RequestId}\t.*\t\n$", result.LogTail);
    }

    [Fact]
    public async Task Report_OfAnActivelyTracedFunction_NamesItsTrace()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("traced", """ "TracingConfig": { "Mode": "Active" } """);

        await lambda.InvokeAsync(arn);

        Assert.Matches(
            @"\t\nXRAY TraceId: 1-[0-9a-f]{8}-[0-9a-f]{24}\tSegmentId: [0-9a-f]{16}\tSampled: true\t$",
            lambda.Logs.Messages("/aws/lambda/traced")[^1]);
    }
}
