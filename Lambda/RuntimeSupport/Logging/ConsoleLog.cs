using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Makes the function's log the target of everything that is printed or logged in this process.</summary>
internal static class ConsoleLog
{
    public static FunctionLog Install(LogSettings settings)
    {
        var log = new FunctionLog(settings, Console.OpenStandardOutput(), TimeProvider.System, Console.OpenStandardError());
        Console.SetOut(new ConsoleLineWriter(log.Write, LogLevel.Information));
        Console.SetError(new ConsoleLineWriter(log.WriteError, LogLevel.Error));
        LambdaLogger.WriteTo(new UnlevelledLogger(new FunctionLogger(log), log));
        return log;
    }

    /// <summary>Messages of <see cref="LambdaLogger"/> without a level stay without one: frameworks write their own.</summary>
    private sealed class UnlevelledLogger(ILambdaLogger logger, FunctionLog log) : ILambdaLogger
    {
        public void Log(string message) => LogLine(message);

        public void LogLine(string message) => log.Write(LogEntry.Plain(null, message));

        public void Log(string level, string message) => logger.Log(level, message);

        public void Log(string level, string message, params object?[] args) => logger.Log(level, message, args);

        public void Log(string level, Exception? exception, string message, params object?[] args) =>
            logger.Log(level, exception, message, args);
    }
}
