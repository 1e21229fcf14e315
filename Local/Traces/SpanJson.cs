using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lexicon.Local.Traces;

/// <summary>Spans as JSON: an array of objects, times in microseconds since 1970.</summary>
internal static class SpanJson
{
    /// <summary>The microseconds since 1970 of a time.</summary>
    public static long Microseconds(DateTime time) => (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Writes the spans of a piece.</summary>
    public static string Write(IReadOnlyList<SpanRecord> spans)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var span in spans)
            {
                Write(json, span);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, SpanRecord span)
    {
        json.WriteStartObject();
        json.WriteString("id", span.Id);
        if (span.ParentId is not null)
        {
            json.WriteString("parent", span.ParentId);
        }

        json.WriteString("name", span.Name);
        json.WriteString("kind", span.Kind.ToString());
        json.WriteNumber("start", Microseconds(span.Start));
        json.WriteNumber("duration", span.Duration.Ticks / TimeSpan.TicksPerMicrosecond);
        if (span.Error is not null)
        {
            json.WriteString("error", span.Error);
        }

        WriteTags(json, "tags", span.Tags);
        if (span.Events.Count > 0)
        {
            json.WriteStartArray("events");
            foreach (var happened in span.Events)
            {
                json.WriteStartObject();
                json.WriteString("name", happened.Name);
                json.WriteNumber("time", Microseconds(happened.Timestamp.UtcDateTime));
                WriteTags(json, "tags", happened.Tags);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteTags(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, object?>> tags)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in tags)
        {
            json.WritePropertyName(key);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
