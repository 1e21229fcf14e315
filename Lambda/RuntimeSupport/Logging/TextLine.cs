using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>A line of the text format: time, request id, level (if there is one) and message, with tabs between.</summary>
internal static class TextLine
{
    public static string Of(LogEntry entry, LogMoment moment)
    {
        var time = moment.Time.ToString(LogMoment.TimeFormat, CultureInfo.InvariantCulture);
        var level = entry.Level is { } known ? LogLevels.Label(known) + "\t" : "";
        return $"{time}\t{moment.RequestId}\t{level}{MessageOf(entry)}";
    }

    /// <summary>The message, its values filled in, and the exception on the lines after it.</summary>
    public static string MessageOf(LogEntry entry)
    {
        var message = Render(entry);
        return entry.Exception is null ? message : message.Length == 0 ? $"{entry.Exception}" : $"{message}\n{entry.Exception}";
    }

    private static string Render(LogEntry entry) =>
        entry.Values.Length == 0 ? entry.Message ?? "" : new MessageTemplate(entry.Message ?? "").Render(entry.Values);
}
