namespace Amazon.Lambda.Core;

/// <summary>
/// The function's log for code that has no <see cref="ILambdaContext"/> at hand. Outside a running function it writes to the
/// console.
/// </summary>
public static class LambdaLogger
{
    private static ILambdaLogger _logger = new PlainLogger();

    /// <summary>Logs a message without a level.</summary>
    public static void Log(string message) => _logger.LogLine(message);

    /// <summary>Logs a message at a level given by its name.</summary>
    public static void Log(string level, string message) => _logger.Log(level, message);

    /// <summary>Logs a message at a level.</summary>
    public static void Log(LogLevel level, string message) => _logger.Log(level, message);

    /// <summary>Logs a template with its values at a level given by its name.</summary>
    public static void Log(string level, string message, params object?[] args) => _logger.Log(level, message, args);

    /// <summary>Logs a template with its values at a level.</summary>
    public static void Log(LogLevel level, string message, params object?[] args) => _logger.Log(level, message, args);

    /// <summary>Logs an exception and a template with its values at a level given by its name.</summary>
    public static void Log(string level, Exception? exception, string message, params object?[] args) =>
        _logger.Log(level, exception, message, args);

    /// <summary>Logs an exception and a template with its values at a level.</summary>
    public static void Log(LogLevel level, Exception? exception, string message, params object?[] args) =>
        _logger.Log(level, exception, message, args);

    /// <summary>Called once by the runtime client, so that these messages carry time and request id too.</summary>
    internal static void WriteTo(ILambdaLogger logger) => _logger = logger;

    private sealed class PlainLogger : ILambdaLogger
    {
        public void Log(string message) => Console.WriteLine(message);

        public void LogLine(string message) => Console.WriteLine(message);
    }
}
