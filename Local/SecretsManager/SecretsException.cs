using Lexicon.Local.Aws;

namespace Lexicon.Local.SecretsManager;

/// <summary>An error of Secrets Manager (https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html).</summary>
/// <param name="code">Its name, such as <c>ResourceNotFoundException</c>.</param>
/// <param name="message">The service's words.</param>
internal sealed class SecretsException(string code, string message) : AwsException(message)
{
    public override AwsError Error => new(400, code, Message) { Namespace = "" };

    /// <summary>There is no such secret.</summary>
    public static SecretsException NotFound() => new("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");

    /// <summary>The secret has no such version.</summary>
    public static SecretsException NoVersion(string what) => new(
        "ResourceNotFoundException", $"Secrets Manager can't find the specified secret value for {what}");

    /// <summary>The operation is not in the table.</summary>
    public static SecretsException NotServed(string operation) => new(
        "UnknownOperationException", $"The operation '{operation}' is not supported.");
}
