using System.Globalization;
using System.Text;
using Lexicon.Local.Lambda.Definitions;

namespace Lexicon.Local.Lambda.SystemLogs;

/// <summary>
/// Lambda's own events as text (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html, the examples of
/// failures in the init and invoke phases among them).
/// </summary>
internal sealed class TextSystemLog(FunctionVersion version, TimeProvider time) : ISystemLog
{
    public string InitStart()
    {
        var runtime = RuntimeVersion.For(version.Configuration.Runtime);
        return $"INIT_START Runtime Version: {runtime.Name}\tRuntime Version ARN: {runtime.Arn}";
    }

    public string? InitReport(InitReport report) => report.Failure is not { } failure
        ? null
        : $"INIT_REPORT Init Duration: {Milliseconds(report.Duration)} ms\tPhase: {report.Phase}\t{Outcome(failure)}";

    public string Start(string requestId) => $"START RequestId: {requestId} Version: {version.Version}";

    public string Failure(string requestId, InvocationFailure failure) => failure.Status == "timeout"
        ? $"{time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)} {requestId} {failure.Message}"
        : $"RequestId: {requestId} Error: {failure.Message}\n{failure.ErrorType}";

    public string End(InvocationReport report) => $"END RequestId: {report.RequestId}";

    public string Report(InvocationReport report)
    {
        var line = new StringBuilder(256)
            .Append(CultureInfo.InvariantCulture, $"REPORT RequestId: {report.RequestId}\tDuration: {Milliseconds(report.Duration)} ms\t")
            .Append(CultureInfo.InvariantCulture, $"Billed Duration: {report.BilledMilliseconds} ms\t")
            .Append(CultureInfo.InvariantCulture, $"Memory Size: {report.MemorySize} MB\tMax Memory Used: {report.MaxMemoryUsed} MB\t");
        if (report.InitDuration is { } init)
        {
            line.Append(CultureInfo.InvariantCulture, $"Init Duration: {Milliseconds(init)} ms\t");
        }

        if (report.Failure is { } failure)
        {
            line.Append(Outcome(failure));
        }

        if (report.Trace is { } trace)
        {
            line.Append(
                CultureInfo.InvariantCulture,
                $"\nXRAY TraceId: {trace.Root}\tSegmentId: {trace.Parent}\tSampled: {(trace.Sampled ? "true" : "false")}\t");
        }

        return line.ToString();
    }

    public bool Keeps(string line) => true;

    private static string Outcome(InvocationFailure failure) =>
        failure.Status == "timeout" ? "Status: timeout" : $"Status: error\tError Type: {failure.ErrorType}";

    private static string Milliseconds(TimeSpan duration) => duration.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture);
}
