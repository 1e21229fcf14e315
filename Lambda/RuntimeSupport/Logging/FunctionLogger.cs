using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>The logger of an <see cref="ILambdaContext"/>. A level that is none of the six is written without one.</summary>
internal sealed class FunctionLogger(FunctionLog log) : ILambdaLogger
{
    public void Log(string message) => LogLine(message);

    public void LogLine(string message) => log.Write(LogEntry.Plain(LogLevel.Information, message));

    public void Log(string level, string message) => log.Write(LogEntry.Plain(LogLevels.Parse(level), message));

    public void Log(LogLevel level, string message) => log.Write(LogEntry.Plain(level, message));

    public void Log(string level, string message, params object?[] args) =>
        log.Write(new(LogLevels.Parse(level), message, args, null));

    public void Log(string level, Exception? exception, string message, params object?[] args) =>
        log.Write(new(LogLevels.Parse(level), message, args, exception));

    public void Log(LogLevel level, string message, params object?[] args) => log.Write(new(level, message, args, null));

    public void Log(LogLevel level, Exception? exception, string message, params object?[] args) =>
        log.Write(new(level, message, args, exception));
}
