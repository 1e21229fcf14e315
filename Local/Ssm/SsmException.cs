using Lexicon.Local.Aws;

namespace Lexicon.Local.Ssm;

/// <summary>An error of Systems Manager (https://docs.aws.amazon.com/systems-manager/latest/APIReference/CommonErrors.html).</summary>
/// <param name="code">Its name, such as <c>ParameterNotFound</c>.</param>
/// <param name="message">The service's words.</param>
internal sealed class SsmException(string code, string message) : AwsException(message)
{
    public override AwsError Error => new(400, code, Message) { Namespace = "" };

    /// <summary>There is no such parameter.</summary>
    public static SsmException NotFound() => new(
        "ParameterNotFound", "The parameter couldn't be found. Verify the name and try again.");

    /// <summary>The parameter has no such version, or no version with such a label.</summary>
    public static SsmException NoVersion(string name, string selector) => new(
        "ParameterVersionNotFound", $"Systems Manager could not find version {selector} of {name}. Verify the version and try again.");

    /// <summary>A member of a request cannot be.</summary>
    /// <param name="value">The value as AWS writes it: quoted, or <c>null</c>.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="constraint">What it has to be.</param>
    public static SsmException Invalid(string value, string member, string constraint) => new(
        "ValidationException",
        $"1 validation error detected: Value {value} at '{member}' failed to satisfy constraint: Member must {constraint}");

    /// <summary>A member of a request has another type.</summary>
    public static SsmException Wrong(string member, string type) => new("SerializationException", $"{member} is not {type}.");

    /// <summary>The operation is not in the table.</summary>
    public static SsmException NotServed(string operation) => new(
        "UnknownOperationException", $"The operation '{operation}' is not supported.");
}
