using Lexicon.Local.Aws;

namespace Lexicon.Local.DynamoDb;

/// <summary>
/// What DynamoDB refuses a request with
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html).
/// </summary>
internal sealed class DynamoDbException(AwsError error) : AwsException(error.Message)
{
    public override AwsError Error => error;

    /// <summary>The namespace of the service's own errors.</summary>
    public const string Namespace = "com.amazonaws.dynamodb.v20120810";

    /// <summary>There is no such table.</summary>
    public static DynamoDbException NotFound(string message) =>
        new(new AwsError(400, "ResourceNotFoundException", message) { Namespace = Namespace });

    /// <summary>The request is not valid.</summary>
    public static DynamoDbException Invalid(string message) =>
        new(new AwsError(400, "ValidationException", message) { Namespace = "com.amazon.coral.validate" });
}
