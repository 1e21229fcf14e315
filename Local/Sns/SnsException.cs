using Lexicon.Local.Aws;

namespace Lexicon.Local.Sns;

/// <summary>An error of the service (https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html).</summary>
/// <param name="code">Its name, such as <c>InvalidParameter</c>.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="message">The service's words.</param>
internal sealed class SnsException(string code, int status, string message) : AwsException(message)
{
    /// <summary>The namespace of its documents.</summary>
    public const string Schema = "http://sns.amazonaws.com/doc/2010-03-31/";

    /// <summary>The name.</summary>
    public string Code => code;

    public override AwsError Error => new(status, code, Message) { XmlNamespace = Schema };

    /// <summary>A parameter has a value that it cannot have.</summary>
    public static SnsException Invalid(string reason) => new("InvalidParameter", 400, $"Invalid parameter: {reason}");

    /// <summary>A message attribute is not valid.</summary>
    public static SnsException InvalidAttribute(string message) => new("ParameterValueInvalid", 400, message);

    /// <summary>A parameter is missing.</summary>
    public static SnsException Missing(string member) => new(
        "ValidationError",
        400,
        $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");

    /// <summary>There is no such topic.</summary>
    public static SnsException NoTopic() => new("NotFound", 404, "Topic does not exist");

    /// <summary>There is no such subscription.</summary>
    public static SnsException NoSubscription() => new("NotFound", 404, "Subscription does not exist");
}
