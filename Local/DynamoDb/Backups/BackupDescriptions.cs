using System.Text.Json.Nodes;
using Lexicon.Local.DynamoDb.Schema;

namespace Lexicon.Local.DynamoDb.Backups;

/// <summary>
/// Backups as DynamoDB describes them
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BackupDescription.html and API_BackupSummary.html).
/// </summary>
internal static class BackupDescriptions
{
    public static JsonObject Details(BackupRecord backup, string status) => new()
    {
        ["BackupArn"] = backup.Arn,
        ["BackupName"] = backup.Name,
        ["BackupSizeBytes"] = backup.SizeBytes,
        ["BackupStatus"] = status,
        ["BackupType"] = "USER",
        ["BackupCreationDateTime"] = backup.CreatedAt,
    };

    public static JsonObject Summary(BackupRecord backup) => new()
    {
        ["TableName"] = backup.TableName,
        ["TableId"] = TableNames.Id(backup.TableName),
        ["TableArn"] = TableNames.Arn(backup.TableName),
        ["BackupArn"] = backup.Arn,
        ["BackupName"] = backup.Name,
        ["BackupCreationDateTime"] = backup.CreatedAt,
        ["BackupStatus"] = "AVAILABLE",
        ["BackupType"] = "USER",
        ["BackupSizeBytes"] = backup.SizeBytes,
    };

    public static JsonObject Description(BackupRecord backup, string status) => new()
    {
        ["BackupDescription"] = new JsonObject
        {
            ["BackupDetails"] = Details(backup, status),
            ["SourceTableDetails"] = SourceTable(backup),
            ["SourceTableFeatureDetails"] = Features(backup),
        },
    };

    private static JsonObject SourceTable(BackupRecord backup) => new()
    {
        ["TableName"] = backup.TableName,
        ["TableId"] = TableNames.Id(backup.TableName),
        ["TableArn"] = TableNames.Arn(backup.TableName),
        ["TableSizeBytes"] = backup.SizeBytes,
        ["KeySchema"] = backup.Table["KeySchema"]!.DeepClone(),
        ["TableCreationDateTime"] = backup.Table["CreationDateTime"]?.DeepClone(),
        ["ProvisionedThroughput"] = new JsonObject
        {
            ["ReadCapacityUnits"] = backup.Table["ProvisionedThroughput"]?["ReadCapacityUnits"]?.DeepClone() ?? 0,
            ["WriteCapacityUnits"] = backup.Table["ProvisionedThroughput"]?["WriteCapacityUnits"]?.DeepClone() ?? 0,
        },
        ["ItemCount"] = backup.ItemCount,
        ["BillingMode"] = (string?)backup.Table["BillingModeSummary"]?["BillingMode"] ?? "PROVISIONED",
    };

    private static JsonObject Features(BackupRecord backup)
    {
        JsonObject features = [];
        foreach (var member in (string[])["LocalSecondaryIndexes", "GlobalSecondaryIndexes"])
        {
            if (backup.Table[member] is JsonArray indexes)
            {
                features[member] = new JsonArray([.. indexes.Select(index => Index(index!, member))]);
            }
        }

        if (backup.Table["StreamSpecification"] is { } stream)
        {
            features["StreamDescription"] = stream.DeepClone();
        }

        if (backup.TimeToLive is { } timeToLive)
        {
            features["TimeToLiveDescription"] = timeToLive.DeepClone();
        }

        return features;
    }

    private static JsonObject Index(JsonNode index, string member)
    {
        var described = new JsonObject
        {
            ["IndexName"] = index["IndexName"]!.DeepClone(),
            ["KeySchema"] = index["KeySchema"]!.DeepClone(),
            ["Projection"] = index["Projection"]!.DeepClone(),
        };
        if (member is "GlobalSecondaryIndexes")
        {
            described["ProvisionedThroughput"] = new JsonObject
            {
                ["ReadCapacityUnits"] = index["ProvisionedThroughput"]?["ReadCapacityUnits"]?.DeepClone() ?? 0,
                ["WriteCapacityUnits"] = index["ProvisionedThroughput"]?["WriteCapacityUnits"]?.DeepClone() ?? 0,
            };
        }

        return described;
    }
}
