using Lexicon.Local.Aws;

namespace Lexicon.Local.DynamoDb.Engine;

/// <summary>The engine did not respond.</summary>
/// <param name="wasSent">Whether the request may have reached it, so that its outcome is unknown.</param>
internal sealed class EngineUnavailableException(bool wasSent) : AwsException("DynamoDB Local does not answer")
{
    /// <summary>Whether the request may have reached it.</summary>
    public bool WasSent => wasSent;

    /// <summary>
    /// The error to send. SDKs try both again. A write that was under way may have been done: that is what 500 says on AWS, too.
    /// </summary>
    public override AwsError Error => wasSent
        ? new AwsError(
            500,
            "InternalServerError",
            "The request could not be processed: DynamoDB Local ended while it was under way. Its outcome is unknown.")
        {
            Namespace = "com.amazonaws.dynamodb.v20120810",
        }
        : new AwsError(
            503, "ServiceUnavailable", "DynamoDB is currently unavailable: DynamoDB Local is being started. Try again.");
}
