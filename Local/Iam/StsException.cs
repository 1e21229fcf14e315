using Lexicon.Local.Aws;

namespace Lexicon.Local.Iam;

/// <summary>An error of AWS STS (https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html).</summary>
/// <param name="code">Its name, such as <c>AccessDenied</c>.</param>
/// <param name="message">The service's words.</param>
/// <param name="status">The HTTP status.</param>
internal sealed class StsException(string code, string message, int status = 400) : AwsException(message)
{
    public override AwsError Error => new(status, code, Message);

    /// <summary>A parameter has a value that it cannot have.</summary>
    public static StsException Invalid(string message) => new("ValidationError", message);
}
