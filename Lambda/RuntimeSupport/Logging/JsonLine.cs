using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// A line of the JSON format: <c>timestamp</c>, <c>level</c>, <c>requestId</c>, <c>traceId</c>, <c>message</c>, a property for
/// each hole of the template, and <c>errorType</c>, <c>errorMessage</c>, <c>stackTrace</c> of the exception.
/// </summary>
internal static class JsonLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(LogEntry entry, LogMoment moment)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("timestamp"u8, moment.Time.ToString(LogMoment.TimeFormat, CultureInfo.InvariantCulture));
            json.WriteString("level"u8, LogLevels.Name(entry.Level ?? LogLevel.Information));
            WriteUnlessEmpty(json, "requestId"u8, moment.RequestId);
            WriteUnlessEmpty(json, "traceId"u8, moment.TraceId);
            WriteMessage(json, entry);
            WriteException(json, entry.Exception);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteUnlessEmpty(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteMessage(Utf8JsonWriter json, LogEntry entry)
    {
        if (entry.Values.Length == 0)
        {
            json.WriteString("message"u8, entry.Message);
            return;
        }

        var template = new MessageTemplate(entry.Message ?? "");
        json.WriteString("message"u8, template.Render(entry.Values));
        foreach (var (hole, value) in template.Fill(entry.Values))
        {
            if (value is not null)
            {
                json.WritePropertyName(hole.Name);
                JsonLogValue.Write(json, hole, value);
            }
        }
    }

    private static void WriteException(Utf8JsonWriter json, Exception? exception)
    {
        if (exception is null)
        {
            return;
        }

        json.WriteString("errorType"u8, exception.GetType().FullName);
        json.WriteString("errorMessage"u8, exception.Message);
        json.WriteStartArray("stackTrace"u8);
        foreach (var line in exception.ToString().Split('\n', StringSplitOptions.TrimEntries))
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
    }
}
