using System.Text.Json.Nodes;

namespace Lexicon.Local.DynamoDb.Responses;

/// <summary>
/// Tables as DynamoDB describes them: what was asked for is under way when it responds, and what never happened has no time
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html).
/// </summary>
internal static class TableDescriptions
{
    /// <summary>Corrects a response in place.</summary>
    public static void Translate(string operation, JsonNode? answer)
    {
        if ((answer?["TableDescription"] ?? answer?["Table"]) is not JsonObject table)
        {
            return;
        }

        table["DeletionProtectionEnabled"] ??= false;
        foreach (var owner in Indexes(table).Prepend(table))
        {
            foreach (var never in (string[])["LastIncreaseDateTime", "LastDecreaseDateTime"])
            {
                if (owner["ProvisionedThroughput"] is JsonObject throughput && (double?)throughput[never] == 0)
                {
                    throughput.Remove(never);
                }
            }
        }

        var status = operation switch
        {
            "CreateTable" => "CREATING",
            "DeleteTable" => "DELETING",
            "UpdateTable" => "UPDATING",
            _ => null,
        };
        if (status is not null)
        {
            table["TableStatus"] = status;
        }

        foreach (var index in operation == "CreateTable" ? (table["GlobalSecondaryIndexes"] as JsonArray ?? []).OfType<JsonObject>() : [])
        {
            index["IndexStatus"] = status;
        }
    }

    private static IEnumerable<JsonObject> Indexes(JsonObject table) =>
        (table["GlobalSecondaryIndexes"] as JsonArray ?? []).OfType<JsonObject>();
}
