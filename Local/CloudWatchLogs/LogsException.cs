namespace Lexicon.Local.CloudWatchLogs;

/// <summary>An error of CloudWatch Logs (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/CommonErrors.html).</summary>
internal sealed class LogsException(string code, string message) : Exception(message)
{
    /// <summary>Its name.</summary>
    public string Code => code;

    /// <summary>A parameter cannot be.</summary>
    public static LogsException Invalid(string message) => new("InvalidParameterException", message);

    /// <summary>There is no such group.</summary>
    public static LogsException NoGroup() => new("ResourceNotFoundException", "The specified log group does not exist.");

    /// <summary>There is no such stream.</summary>
    public static LogsException NoStream() => new("ResourceNotFoundException", "The specified log stream does not exist.");
}
