using Lexicon.Local.Aws;

namespace Lexicon.Local.CloudWatchLogs;

/// <summary>An error of CloudWatch Logs (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/CommonErrors.html).</summary>
/// <param name="code">Its name, such as <c>ResourceNotFoundException</c>.</param>
/// <param name="message">The service's words.</param>
internal sealed class LogsException(string code, string message) : AwsException(message)
{
    /// <summary>Its name.</summary>
    public string Code => code;

    public override AwsError Error => new(400, code, Message) { Namespace = "" };

    /// <summary>A parameter cannot be.</summary>
    public static LogsException Invalid(string message) => new("InvalidParameterException", message);

    /// <summary>There is no such group.</summary>
    public static LogsException NoGroup() => new("ResourceNotFoundException", "The specified log group does not exist.");

    /// <summary>There is no such stream.</summary>
    public static LogsException NoStream() => new("ResourceNotFoundException", "The specified log stream does not exist.");
}
