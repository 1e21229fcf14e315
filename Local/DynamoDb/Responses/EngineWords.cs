using Lexicon.Local.DynamoDb.Requests;

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

    /// <summary>How the engine begins to say that a key condition is on a part of a key.</summary>
    public const string NestedKey = "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed";

    /// <summary>There is no such table, in the engine's words.</summary>
    public const string NoTable = "Cannot do operations on a non-existent table";

    // Each names them in an order of its own.
    private const string Types = "valid types: ";
    private const string NotWellFormed = "Statement wasn't well formed, can't be processed: ";
    private const string NoIndex = "The table does not have the specified index";

    private static readonly Dictionary<string, string> OfStatements = new()
    {
        ["Consistent read cannot be true when querying a GSI"] = ConsistentIndex,
        ["Consistent read cannot be true when scanning a GSI"] = ConsistentIndex,
        ["Only single item select is supported"] =
            "Select statements within BatchExecuteStatement must specify the primary key in the where clause.",
    };

    private const string ConsistentIndex = "Strongly consistent read is not supported on Global Secondary Indexes";

    private static readonly Dictionary<string, string> Words = new()
    {
        ["KeyConditionExpressions must only contain one condition per key"] =
            "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key",
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

    /// <summary>DynamoDB's words for the engine's, of a PartiQL statement.</summary>
    public static string OfStatement(string message, Statement? statement) =>
        message.StartsWith(NotWellFormed, StringComparison.Ordinal) && statement is not null
            ? NotWellFormed + (!statement.IsKnown ? "Expected data manipulation"
                : statement.IsQuoted ? "Unexpected token after expression" : "")
        : message.StartsWith(NoIndex, StringComparison.Ordinal) ? NoIndex
        : OfStatements.GetValueOrDefault(message) ?? ToPublic(message);

    /// <summary>DynamoDB's words for the engine's.</summary>
    public static string ToPublic(string message) =>
        message.IndexOf(Types, StringComparison.Ordinal) is >= 0 and var types
            ? message[..types] + Types + "{B,NULL,SS,BOOL,L,BS,N,NS,S,M}"
            : Words.GetValueOrDefault(message, message);
}
