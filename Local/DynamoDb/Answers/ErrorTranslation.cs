using System.Text.Json.Nodes;

namespace Lexicon.Local.DynamoDb.Answers;

/// <summary>Errors as DynamoDB words them, where the engine has words of its own.</summary>
internal static class ErrorTranslation
{
    private const string NoTable = "Cannot do operations on a non-existent table";

    /// <summary>Translates an error in place.</summary>
    /// <param name="operation">The operation that failed.</param>
    /// <param name="table">The table that its request names, if it names one.</param>
    /// <param name="error">The engine's answer.</param>
    public static void Translate(string operation, string? table, JsonObject error)
    {
        // Only a cancelled transaction spells it with a capital.
        var type = (string?)error["__type"] ?? "";
        if (error["Message"] is { } message && !type.EndsWith("TransactionCanceledException", StringComparison.Ordinal))
        {
            error.Remove("Message");
            error["message"] = message.DeepClone();
        }
        if ((string?)error["message"] == NoTable)
        {
            error["message"] = operation
                is "DescribeTable" or "UpdateTable" or "DeleteTable" or "DescribeTimeToLive" or "UpdateTimeToLive"
                ? $"Requested resource not found: Table: {table} not found"
                : "Requested resource not found";
        }
    }
}
