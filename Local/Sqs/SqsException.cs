using Lexicon.Local.Aws;

namespace Lexicon.Local.Sqs;

/// <summary>An error of the service (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html).</summary>
/// <param name="code">Its name, such as <c>QueueDoesNotExist</c>.</param>
/// <param name="message">The service's words.</param>
internal sealed class SqsException(string code, string message) : AwsException(message)
{
    private const string Prefix = "AWS.SimpleQueueService.";

    // Errors of every service have other names in the JSON protocol than they had in the query protocol.
    private static readonly Dictionary<string, string> CommonNames = new()
    {
        ["AccessDenied"] = "AccessDeniedException",
        ["InvalidParameterValue"] = "InvalidParameterValueException",
        ["MissingParameter"] = "MissingRequiredParameterException",
        ["InvalidAction"] = "UnknownOperationException",
        ["SerializationException"] = "SerializationException",
    };

    // Those of the query protocol that do not have the name which they have in the JSON protocol.
    private static readonly Dictionary<string, string> QueryNames = new()
    {
        ["QueueDoesNotExist"] = Prefix + "NonExistentQueue",
        ["PurgeQueueInProgress"] = Prefix + "PurgeQueueInProgress",
        ["BatchEntryIdsNotDistinct"] = Prefix + "BatchEntryIdsNotDistinct",
        ["BatchRequestTooLong"] = Prefix + "BatchRequestTooLong",
        ["EmptyBatchRequest"] = Prefix + "EmptyBatchRequest",
        ["InvalidBatchEntryId"] = Prefix + "InvalidBatchEntryId",
        ["TooManyEntriesInBatchRequest"] = Prefix + "TooManyEntriesInBatchRequest",
        ["MessageNotInflight"] = Prefix + "MessageNotInflight",
        ["UnsupportedOperation"] = Prefix + "UnsupportedOperation",
    };

    private static readonly Dictionary<string, int> Statuses = new()
    {
        ["AccessDenied"] = 403,
        ["OverLimit"] = 403,
        ["PurgeQueueInProgress"] = 403,
        ["ResourceNotFoundException"] = 404,
    };

    /// <summary>The name.</summary>
    public string Code => code;

    /// <summary>The name in the query protocol, which the entries of a batch have in both.</summary>
    public string QueryCode => QueryNames.GetValueOrDefault(code, code);

    /// <summary>In an entry of a batch: the name, where it is another one.</summary>
    public string? EntryCode { get; init; }

    /// <summary>In an entry of a batch: the words, where they are others.</summary>
    public string? EntryMessage { get; init; }

    /// <summary>The error in the JSON protocol, with the name that it had in the query protocol, where SDKs still look for it.</summary>
    public override AwsError Error => new(Status, CommonNames.GetValueOrDefault(code, code), Message)
    {
        Namespace = CommonNames.ContainsKey(code) ? "com.amazon.coral.service" : "com.amazonaws.sqs",
        Headers = [("x-amzn-query-error", $"{QueryCode};Sender")],
    };

    /// <summary>The error in the query protocol.</summary>
    public override AwsError QueryError => new(
        Status, QueryCode, code == "QueueDoesNotExist" ? "The specified queue does not exist for this wsdl version." : Message)
    {
        XmlNamespace = "http://queue.amazonaws.com/doc/2012-11-05/",
        Details = [("Detail", "")],
    };

    private int Status => Statuses.GetValueOrDefault(code, 400);

    /// <summary>There is no such queue.</summary>
    public static SqsException NoQueue() => new("QueueDoesNotExist", "The specified queue does not exist.");

    /// <summary>A parameter has a value that it cannot have.</summary>
    public static SqsException Invalid(string message) => new("InvalidParameterValue", message);

    /// <summary>A parameter has a value that it cannot have, in the words that SQS has for most of them.</summary>
    public static SqsException Invalid(
        string parameter, string value, string reason, string? entryCode = null, string? entryMessage = null) =>
        new("InvalidParameterValue", $"Value {value} for parameter {parameter} is invalid. Reason: {reason}")
        {
            EntryCode = entryCode,
            EntryMessage = entryMessage,
        };

    /// <summary>A parameter is missing.</summary>
    public static SqsException Missing(string parameter) =>
        new("MissingParameter", $"The request must contain the parameter {parameter}.");
}
