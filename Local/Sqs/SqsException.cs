using Lexicon.Local.Aws;

namespace Lexicon.Local.Sqs;

/// <summary>An error of the service (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html).</summary>
/// <param name="code">Its name, such as <c>QueueDoesNotExist</c>.</param>
/// <param name="message">The service's words.</param>
internal sealed class SqsException(string code, string message) : AwsException(message)
{
    /// <summary>The name.</summary>
    public string Code => code;

    /// <summary>The error in the JSON protocol, with the name that it had in the query protocol, where SDKs still look for it.</summary>
    public override AwsError Error => QueryError with
    {
        Code = code,
        Namespace = "com.amazonaws.sqs",
        Headers = [("x-amzn-query-error", $"{QueryCode};Sender")],
    };

    /// <summary>The error in the query protocol.</summary>
    public override AwsError QueryError => new(code == "AccessDenied" ? 403 : 400, QueryCode, Message);

    /// <summary>There is no such queue.</summary>
    public static SqsException NoQueue() => new("QueueDoesNotExist", "The specified queue does not exist.");

    /// <summary>A parameter has a value that it cannot have.</summary>
    public static SqsException Invalid(string message) => new("InvalidParameterValue", message);

    private string QueryCode => code == "QueueDoesNotExist" ? "AWS.SimpleQueueService.NonExistentQueue" : code;
}
