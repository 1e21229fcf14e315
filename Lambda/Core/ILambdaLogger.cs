namespace Amazon.Lambda.Core;

/// <summary>
/// Writes to the function's log. Messages may be templates with named or numbered holes (<c>"{Count} terms"</c>): the text
/// format fills them in, the JSON format also writes each as a property of its own
/// (https://docs.aws.amazon.com/lambda/latest/dg/csharp-logging.html).
/// </summary>
public interface ILambdaLogger
{
    /// <summary>Logs a message without a level.</summary>
    void Log(string message);

    /// <summary>Logs a message without a level.</summary>
    void LogLine(string message);

    /// <summary>Logs a message at a level given by its name.</summary>
    void Log(string level, string message) => LogLine(message);

    /// <summary>Logs a message at a level.</summary>
    void Log(LogLevel level, string message) => Log(level.ToString(), message);

    /// <summary>Logs a template with its values at a level given by its name.</summary>
    void Log(string level, string message, params object?[] args) => Log(level, message);

    /// <summary>Logs an exception and a template with its values at a level given by its name.</summary>
    void Log(string level, Exception? exception, string message, params object?[] args) => Log(level, message, args);

    /// <summary>Logs a template with its values at a level.</summary>
    void Log(LogLevel level, string message, params object?[] args) => Log(level.ToString(), message, args);

    /// <summary>Logs an exception and a template with its values at a level.</summary>
    void Log(LogLevel level, Exception? exception, string message, params object?[] args) =>
        Log(level.ToString(), exception, message, args);

    /// <summary>Logs a message at <see cref="LogLevel.Trace"/>.</summary>
    void LogTrace(string message) => Log(LogLevel.Trace.ToString(), message);

    /// <summary>Logs a template with its values at <see cref="LogLevel.Trace"/>.</summary>
    void LogTrace(string message, params object?[] args) => Log(LogLevel.Trace.ToString(), message, args);

    /// <summary>Logs an exception and a template with its values at <see cref="LogLevel.Trace"/>.</summary>
    void LogTrace(Exception? exception, string message, params object?[] args) =>
        Log(LogLevel.Trace.ToString(), exception, message, args);

    /// <summary>Logs a message at <see cref="LogLevel.Debug"/>.</summary>
    void LogDebug(string message) => Log(LogLevel.Debug.ToString(), message);

    /// <summary>Logs a template with its values at <see cref="LogLevel.Debug"/>.</summary>
    void LogDebug(string message, params object?[] args) => Log(LogLevel.Debug.ToString(), message, args);

    /// <summary>Logs an exception and a template with its values at <see cref="LogLevel.Debug"/>.</summary>
    void LogDebug(Exception? exception, string message, params object?[] args) =>
        Log(LogLevel.Debug.ToString(), exception, message, args);

    /// <summary>Logs a message at <see cref="LogLevel.Information"/>.</summary>
    void LogInformation(string message) => Log(LogLevel.Information.ToString(), message);

    /// <summary>Logs a template with its values at <see cref="LogLevel.Information"/>.</summary>
    void LogInformation(string message, params object?[] args) => Log(LogLevel.Information.ToString(), message, args);

    /// <summary>Logs an exception and a template with its values at <see cref="LogLevel.Information"/>.</summary>
    void LogInformation(Exception? exception, string message, params object?[] args) =>
        Log(LogLevel.Information.ToString(), exception, message, args);

    /// <summary>Logs a message at <see cref="LogLevel.Warning"/>.</summary>
    void LogWarning(string message) => Log(LogLevel.Warning.ToString(), message);

    /// <summary>Logs a template with its values at <see cref="LogLevel.Warning"/>.</summary>
    void LogWarning(string message, params object?[] args) => Log(LogLevel.Warning.ToString(), message, args);

    /// <summary>Logs an exception and a template with its values at <see cref="LogLevel.Warning"/>.</summary>
    void LogWarning(Exception? exception, string message, params object?[] args) =>
        Log(LogLevel.Warning.ToString(), exception, message, args);

    /// <summary>Logs a message at <see cref="LogLevel.Error"/>.</summary>
    void LogError(string message) => Log(LogLevel.Error.ToString(), message);

    /// <summary>Logs a template with its values at <see cref="LogLevel.Error"/>.</summary>
    void LogError(string message, params object?[] args) => Log(LogLevel.Error.ToString(), message, args);

    /// <summary>Logs an exception and a template with its values at <see cref="LogLevel.Error"/>.</summary>
    void LogError(Exception? exception, string message, params object?[] args) =>
        Log(LogLevel.Error.ToString(), exception, message, args);

    /// <summary>Logs a message at <see cref="LogLevel.Critical"/>.</summary>
    void LogCritical(string message) => Log(LogLevel.Critical.ToString(), message);

    /// <summary>Logs a template with its values at <see cref="LogLevel.Critical"/>.</summary>
    void LogCritical(string message, params object?[] args) => Log(LogLevel.Critical.ToString(), message, args);

    /// <summary>Logs an exception and a template with its values at <see cref="LogLevel.Critical"/>.</summary>
    void LogCritical(Exception? exception, string message, params object?[] args) =>
        Log(LogLevel.Critical.ToString(), exception, message, args);
}
