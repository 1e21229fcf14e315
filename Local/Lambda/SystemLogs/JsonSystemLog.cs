using System.Globalization;
using System.Text.Json;
using Lexicon.Local.Aws;
using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda.SystemLogs;

/// <summary>
/// Lambda's own events as JSON, as the Telemetry API shapes them
/// (https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html), filtered by level
/// (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html).
/// </summary>
internal sealed class JsonSystemLog(FunctionVersion version, string stream, string initializationType, TimeProvider time) : ISystemLog
{
    private readonly string _initialization = $"\"initializationType\":\"{initializationType}\"";

    public string? InitStart()
    {
        var runtime = RuntimeVersion.For(version.Configuration.Runtime);
        return Event(LogLevel.Info, "platform.initStart", $$"""
            {{{_initialization}},"phase":"init","runtimeVersion":"{{runtime.Name}}","runtimeVersionArn":"{{runtime.Arn}}","functionName":"{{version.Configuration.Name}}","functionVersion":"{{version.Version}}","instanceId":"{{stream}}","instanceMaxMemory":{{version.Configuration.MemorySize * 1024L * 1024L}}}
            """);
    }

    public string? InitReport(InitReport report) =>
        Event(report.Failure is null ? LogLevel.Debug : LogLevel.Warn, "platform.initReport", $$$"""
            {{{{_initialization}}},"phase":"{{{report.Phase}}}",{{{Status(report.Failure)}}},"metrics":{"durationMs":{{{Milliseconds(report.Duration)}}}}}
            """);

    public string? Start(string requestId) => Event(LogLevel.Info, "platform.start", $$"""
        {"requestId":"{{requestId}}","functionArn":"{{version.Configuration.Arn}}","version":"{{version.Version}}"}
        """);

    public string? Failure(string requestId, InvocationFailure failure) => null;

    public string? End(InvocationReport report) =>
        Event(report.Failure is null ? LogLevel.Debug : LogLevel.Warn, "platform.runtimeDone", $$$"""
            {"requestId":"{{{report.RequestId}}}",{{{Status(report.Failure)}}},"metrics":{"durationMs":{{{Milliseconds(report.Duration)}}},"producedBytes":{{{report.ProducedBytes}}}}{{{Tracing(report.Trace)}}}}
            """);

    public string? Report(InvocationReport report)
    {
        var init = report.InitDuration is { } duration ? $",\"initDurationMs\":{Milliseconds(duration)}" : "";
        return Event(report.Failure is null ? LogLevel.Info : LogLevel.Warn, "platform.report", $$$"""
            {"requestId":"{{{report.RequestId}}}","metrics":{"durationMs":{{{Milliseconds(report.Duration)}}},"billedDurationMs":{{{report.BilledMilliseconds}}},"memorySizeMB":{{{report.MemorySize}}},"maxMemoryUsedMB":{{{report.MaxMemoryUsed}}}{{{init}}}},{{{Status(report.Failure)}}}{{{Tracing(report.Trace)}}}}
            """);
    }

    /// <remarks>The level of an event is its top-level <c>level</c>; what names none has level INFO.</remarks>
    public bool Keeps(string line) => LevelOf(line) >= version.Configuration.Logging.ApplicationLevel;

    private static LogLevel LevelOf(string line)
    {
        if (!line.StartsWith('{'))
        {
            return LogLevel.Info;
        }

        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.TryGetProperty("level", out var level) && level.ValueKind == JsonValueKind.String
                && Enum.TryParse<LogLevel>(level.GetString(), ignoreCase: true, out var value)
                ? value
                : LogLevel.Info;
        }
        catch (JsonException)
        {
            return LogLevel.Info;
        }
    }

    private static string Status(InvocationFailure? failure) => failure switch
    {
        null => "\"status\":\"success\"",
        { Status: "timeout" } => "\"status\":\"timeout\"",
        _ => $"\"status\":\"error\",\"errorType\":{JsonSerializer.Serialize(failure.ErrorType, AwsJson.Options)}",
    };

    private static string Tracing(TraceHeader? trace) => trace is null
        ? ""
        : $$$""","tracing":{"spanId":"{{{trace.Parent}}}","type":"X-Amzn-Trace-Id","value":"{{{trace}}}"}""";

    private static string Milliseconds(TimeSpan duration) => duration.TotalMilliseconds.ToString("0.###", CultureInfo.InvariantCulture);

    private string? Event(LogLevel level, string type, string record) => level < version.Configuration.Logging.SystemLevel
        ? null
        : $$"""{"time":"{{Now()}}","type":"{{type}}","record":{{record}}}""";

    private string Now() => time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
