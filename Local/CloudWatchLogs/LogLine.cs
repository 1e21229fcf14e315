using System.Text;
using System.Text.Json;
using Lexicon.Local.Aws;

namespace Lexicon.Local.CloudWatchLogs;

/// <summary>An event as a line of a stream's file: <c>{"timestamp":MILLISECONDS,"message":"..."}</c>.</summary>
internal sealed record LogLine(long Timestamp, string Message)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // The file is read by people; nothing of it is ever part of a page.
        Encoder = AwsJson.Options.Encoder,
    };

    /// <summary>The line of an event, with its line end.</summary>
    public static byte[] Serialize(LogEvent logged) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(new LogLine(logged.Time.ToUnixTimeMilliseconds(), logged.Message), Options), (byte)'\n'];

    /// <summary>The events of a file; a line that a killed runner left half-written is passed over.</summary>
    public static IEnumerable<LogEvent> ReadAll(string file, string stream)
    {
        using var lines = new StreamReader(
            new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);
        while (lines.ReadLine() is { } text)
        {
            if (Parse(text) is { } line)
            {
                yield return new LogEvent(DateTimeOffset.FromUnixTimeMilliseconds(line.Timestamp), stream, line.Message);
            }
        }
    }

    /// <summary>The event of a line; null when it is not whole.</summary>
    public static LogLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<LogLine>(text, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
