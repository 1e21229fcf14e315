namespace Lexicon.Local.DynamoDb.Responses;

/// <summary>
/// What DynamoDB Local says where DynamoDB has other words, sentence by sentence
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html).
/// </summary>
internal static class EngineWords
{
    /// <summary>A key or item that the engine found not to fit the table's key schema.</summary>
    public static readonly IReadOnlySet<string> OfKeys = new HashSet<string>
    {
        "One or more parameter values were invalid: Type mismatch for key",
        "One or more parameter values were invalid: Type mismatch for Index Key",
        "One of the required keys was not given a value",
        "The number of conditions on the keys is invalid",
        "Hash primary key values must be under 2048 bytes, and range primary key values must be under 1024 bytes",
        "Invalid attribute value type",
        NoMatch,
    };

    /// <summary>A key that does not fit, in DynamoDB's words.</summary>
    public const string NoMatch = "The provided key element does not match the schema";

    /// <summary>How the error of an empty key of an index begins, in both their words.</summary>
    public const string EmptyIndexKey =
        "One or more parameter values are not valid. A value specified for a secondary index key is not supported.";

    /// <summary>There is no such table, in the engine's words.</summary>
    public const string NoTable = "Cannot do operations on a non-existent table";

    private static readonly Dictionary<string, string> Words = new()
    {
        ["The number of conditions on the keys is invalid"] = NoMatch,
        ["Consistent read cannot be true when querying a GSI"] = "Consistent reads are not supported on global secondary indexes",
        ["Consistent read cannot be true when scanning a GSI"] = "Consistent reads are not supported on global secondary indexes",
        ["Exclusive Start Key must have same size as table's key schema"] = $"The provided starting key is invalid: {NoMatch}",
        ["DynamoDB only supports precision up to 38 digits"] = "Attempting to store more than 38 significant digits in a Number",
        ["Nothing to update"] =
            "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or "
            + "ReplicaUpdates is required",
        ["The conditional request failed."] = "The conditional request failed",
        [NoTable] = "Requested resource not found",
    };

    /// <summary>DynamoDB's words for the engine's.</summary>
    public static string ToPublic(string message) => Words.GetValueOrDefault(message, message);
}
