using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lexicon.Functions.Logging;

/// <summary>
/// Every message of the log, as JSON written member by member: one line for a request, which is its metrics, too. CloudWatch takes
/// them out of <c>_aws</c>
/// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html), for which
/// the line must stand alone: it goes to standard output, past the runtime's own logger, in one piece. No line holds a body, a
/// token, or an id of a person.
/// </summary>
/// <param name="settings">How much is logged.</param>
/// <param name="output">Where it is written.</param>
/// <param name="time">The time.</param>
/// <param name="random">A number from 0 up to 1, by which the requests are chosen whose details are logged.</param>
internal sealed class Log(LogSettings settings, Stream output, TimeProvider time, Func<double> random)
{
    private const int MostOfAMessage = 1_000;
    private const int BytesOfUserHash = 8;

    private readonly Lock _writing = new();

    /// <summary>A request and what came of it.</summary>
    public void Request(RequestEntry entry)
    {
        var now = time.GetUtcNow();
        var line = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("timestamp"u8, now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("level"u8, entry.Status switch { 500 => "ERROR"u8, > 500 => "WARN"u8, _ => "INFO"u8 });
            json.WriteString("message"u8, $"{entry.Operation} answered {entry.Status}");
            json.WriteString("Operation"u8, entry.Operation);
            json.WriteString("Version"u8, settings.Version);
            WriteIds(json, entry);
            json.WriteNumber("status"u8, entry.Status);
            WriteUnlessNull(json, "problem"u8, entry.Problem);
            WriteUnlessNull(json, "user"u8, HashOf(entry.Reader));
            json.WriteBoolean("coldStart"u8, entry.IsColdStart);
            WriteUsage(json, entry);
            WriteFault(json, entry.Fault);
            WriteMetrics(json, entry, now);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        lock (_writing)
        {
            output.Write(line.WrittenSpan);
            output.Flush();
        }
    }

    private static void WriteIds(Utf8JsonWriter json, RequestEntry entry)
    {
        json.WriteString("requestId"u8, entry.RequestId);
        WriteUnlessNull(json, "apiRequestId"u8, entry.ApiRequestId);
        WriteUnlessNull(json, "traceId"u8, entry.TraceId);
    }

    private void WriteUsage(Utf8JsonWriter json, RequestEntry entry)
    {
        json.WriteNumber("readUnits"u8, entry.Usage.ReadUnits);
        json.WriteNumber("writeUnits"u8, entry.Usage.WriteUnits);
        json.WriteNumber("retries"u8, entry.Usage.Retries);
        if (random() >= settings.DetailRate)
        {
            return;
        }

        json.WriteStartArray("requests"u8);
        foreach (var (action, units) in entry.Usage.Requests)
        {
            json.WriteStartObject();
            json.WriteString("action"u8, action);
            json.WriteNumber("units"u8, units);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFault(Utf8JsonWriter json, Exception? fault)
    {
        if (fault is null)
        {
            return;
        }

        json.WriteString("errorType"u8, fault.GetType().FullName);
        json.WriteString("errorMessage"u8, fault.Message.Length > MostOfAMessage ? fault.Message[..MostOfAMessage] : fault.Message);
        json.WriteStartArray("stackTrace"u8);
        var frames = (fault.StackTrace ?? "")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var frame in frames)
        {
            json.WriteStringValue(frame);
        }

        json.WriteEndArray();
        if (fault.InnerException is { } inner)
        {
            json.WriteString("cause"u8, inner.GetType().FullName);
        }
    }

    private void WriteMetrics(Utf8JsonWriter json, RequestEntry entry, DateTimeOffset now)
    {
        json.WriteNumber("Requests"u8, 1);
        json.WriteNumber("Latency"u8, Math.Round(entry.Duration.TotalMilliseconds, 2));
        json.WriteNumber("Faults"u8, entry.Status >= 500 ? 1 : 0);
        json.WriteNumber("ColdStarts"u8, entry.IsColdStart ? 1 : 0);
        if (settings.Namespace is not { } name)
        {
            return;
        }

        json.WriteStartObject("_aws"u8);
        json.WriteNumber("Timestamp"u8, now.ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics"u8);
        StartDirective(json, name, "Operation"u8);
        WriteMetric(json, "Requests"u8, "Count"u8);
        WriteMetric(json, "Latency"u8, "Milliseconds"u8);
        WriteMetric(json, "Faults"u8, "Count"u8);
        WriteMetric(json, "ColdStarts"u8, "Count"u8);
        EndDirective(json);
        if (entry.Status >= 500)
        {
            // What takes a new version back (Infra/Api/Rollout.cs). Only a fault is counted by version, since each metric in use costs.
            StartDirective(json, name, "Operation"u8, "Version"u8);
            WriteMetric(json, "Faults"u8, "Count"u8);
            EndDirective(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void StartDirective(
        Utf8JsonWriter json, string metricNamespace, ReadOnlySpan<byte> dimension, ReadOnlySpan<byte> second = default)
    {
        json.WriteStartObject();
        json.WriteString("Namespace"u8, metricNamespace);
        json.WriteStartArray("Dimensions"u8);
        json.WriteStartArray();
        json.WriteStringValue(dimension);
        if (!second.IsEmpty)
        {
            json.WriteStringValue(second);
        }

        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics"u8);
    }

    private static void EndDirective(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMetric(Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> unit)
    {
        json.WriteStartObject();
        json.WriteString("Name"u8, name);
        json.WriteString("Unit"u8, unit);
        json.WriteEndObject();
    }

    private static void WriteUnlessNull(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>
    /// Tells requests of one reader from those of others, and nothing else: a subject of a user pool is a random UUID, which nobody
    /// finds again by trying, and the same reader has another hash on every stage.
    /// </summary>
    private string? HashOf(string? reader) => reader is null
        ? null
        : Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{settings.Namespace}/{reader}")).AsSpan(0, BytesOfUserHash));
}
