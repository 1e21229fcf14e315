using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// The function's logging configuration, as Lambda hands it over in the environment
/// (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-advanced.html); the variables of the .NET runtime
/// (<c>AWS_LAMBDA_HANDLER_LOG_*</c>) come first.
/// </summary>
internal sealed record LogSettings(LogFormat Format, LogLevel MinimumLevel)
{
    public static LogSettings From(Func<string, string?> variable) => new(
        Parse(variable("AWS_LAMBDA_HANDLER_LOG_FORMAT") ?? variable("AWS_LAMBDA_LOG_FORMAT")),
        LogLevels.Parse(variable("AWS_LAMBDA_HANDLER_LOG_LEVEL"))
            ?? LogLevels.Parse(variable("AWS_LAMBDA_LOG_LEVEL"))
            ?? LogLevel.Information);

    private static LogFormat Parse(string? format) =>
        string.Equals(format, "JSON", StringComparison.OrdinalIgnoreCase) ? LogFormat.Json
        : string.Equals(format, "Unformatted", StringComparison.OrdinalIgnoreCase) ? LogFormat.Unformatted
        : LogFormat.Text;
}
