using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>One message for the log.</summary>
/// <param name="Level">The level; null where the code that logs has none.</param>
/// <param name="Message">The message, a template if there are values.</param>
/// <param name="Values">The values for the template's holes.</param>
/// <param name="Exception">The exception to log with it.</param>
internal readonly record struct LogEntry(LogLevel? Level, string? Message, object?[] Values, Exception? Exception)
{
    public static LogEntry Plain(LogLevel? level, string? message) => new(level, message, [], null);
}
