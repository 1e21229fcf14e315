using System.Text.Json;
using Lexicon.Local.DynamoDb.Requests;

namespace Lexicon.Local.DynamoDb.Validation;

/// <summary>
/// Parameters whose absence has words of its own, before all constraints: the table of the operations on tables, and what a batch is of
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html, API_BatchGetItem.html).
/// </summary>
internal static class RequiredParameters
{
    private static readonly HashSet<string> OnTables =
        ["CreateTable", "DescribeTable", "UpdateTable", "DeleteTable", "DescribeTimeToLive", "UpdateTimeToLive"];

    /// <summary>What is missing; null when nothing is.</summary>
    public static string? Check(string operation, JsonElement request) => operation switch
    {
        _ when OnTables.Contains(operation) && !request.Has("TableName") =>
            "The parameter 'TableName' is required but was not present in the request",
        "BatchGetItem" or "BatchWriteItem" when request.Has("RequestItems") && !request.Members("RequestItems").Any() =>
            $"The requestItems parameter is required for {operation}",
        _ => null,
    };
}
