namespace Lexicon.Infra.Context;

/// <summary>
/// Whose key encrypts the table, see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html.
/// </summary>
internal enum TableEncryption
{
    /// <summary>DynamoDB's own: costs nothing, nobody sees its use.</summary>
    AwsOwned,

    /// <summary>The account's <c>aws/dynamodb</c>: its use is in CloudTrail.</summary>
    AwsManaged,

    /// <summary>A key of this stage, with a policy and a rotation of its own.</summary>
    CustomerManaged,
}
