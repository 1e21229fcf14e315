using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.RuntimeSupport.Http;

namespace Amazon.Lambda.RuntimeSupport.Errors;

/// <summary>
/// An exception as Lambda reports it: <c>errorType</c>, <c>errorMessage</c>, <c>stackTrace</c>, and <c>cause</c> for what it
/// wraps, or <c>causes</c> where that is more than one (https://docs.aws.amazon.com/lambda/latest/dg/csharp-exceptions.html).
/// </summary>
internal static class ErrorReport
{
    // Causes of causes beyond this say nothing new, and a report has to end.
    private const int MaxDepth = 10;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string TypeOf(Exception exception) => exception.GetType().Name;

    public static PooledBytes Write(Exception exception)
    {
        var bytes = new PooledBytes(4 * 1024);
        using var writer = new Utf8JsonWriter(bytes, Options);
        WriteException(writer, exception, depth: 0);
        return bytes;
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception, int depth)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType"u8, TypeOf(exception));
        writer.WriteString("errorMessage"u8, exception.Message);
        writer.WriteStartArray("stackTrace"u8);
        foreach (var frame in exception.StackTrace?.Split('\n', StringSplitOptions.TrimEntries) ?? [])
        {
            writer.WriteStringValue(frame);
        }

        writer.WriteEndArray();
        if (depth < MaxDepth)
        {
            WriteCauses(writer, exception, depth + 1);
        }

        writer.WriteEndObject();
    }

    private static void WriteCauses(Utf8JsonWriter writer, Exception exception, int depth)
    {
        if (exception is AggregateException aggregate)
        {
            writer.WriteStartArray("causes"u8);
            foreach (var one in aggregate.InnerExceptions)
            {
                WriteException(writer, one, depth);
            }

            writer.WriteEndArray();
        }
        else if (exception.InnerException is { } cause)
        {
            writer.WritePropertyName("cause"u8);
            WriteException(writer, cause, depth);
        }
    }
}
