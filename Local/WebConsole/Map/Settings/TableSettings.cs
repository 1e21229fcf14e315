using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.DynamoDb.Resources;

namespace Lexicon.Local.WebConsole.Map.Settings;

/// <summary>What the templates set of a table besides its keys: what it costs by, what keeps it, what comes out of it.</summary>
internal sealed class TableSettings(Place table)
{
    private readonly ResourceNode _node = table.Node;

    /// <summary>All of it.</summary>
    public IEnumerable<SettingsTable> Tables() =>
    [
        new("Settings", ["Setting", "Set to"], _node.TypeName == "AWS::DynamoDB::GlobalTable"
            ? OfGlobalTable(_node.Resource!.Read<GlobalTableProperties>())
            : OfTable(_node.Resource!.Read<TableProperties>())),
    ];

    private IReadOnlyList<IReadOnlyList<string>> OfGlobalTable(GlobalTableProperties table)
    {
        var here = table.Replicas.First(static replica => replica.Region == Account.Region);
        return
        [
            Billing(table.BillingMode, null),
            Recovery(here.PointInTimeRecoverySpecification),
            Protection(here.DeletionProtectionEnabled),
            WhenItsStackGoes(),
            Stream(table.StreamSpecification),
            TimeToLive(table.TimeToLiveSpecification),
            Encryption(table.SSESpecification),
            ["Replicas", table.Replicas.Count == 1
                ? $"none: it is in {here.Region} alone"
                : $"{string.Join(", ", table.Replicas.Select(static replica => replica.Region))}; here is the one of {here.Region}"],
        ];
    }

    private IReadOnlyList<IReadOnlyList<string>> OfTable(TableProperties table) =>
    [
        Billing(table.BillingMode, table.ProvisionedThroughput),
        Recovery(table.PointInTimeRecoverySpecification),
        Protection(table.DeletionProtectionEnabled),
        WhenItsStackGoes(),
        Stream(table.StreamSpecification),
        TimeToLive(table.TimeToLiveSpecification),
        Encryption(table.SSESpecification),
        ["Replicas", "none: it is no global table"],
    ];

    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html
    private static IReadOnlyList<string> Billing(string mode, TableProperties.Throughput? throughput) =>
    [
        "Billing",
        mode == "PAY_PER_REQUEST" ? "on demand (PAY_PER_REQUEST): by what is read and written"
            : throughput is null ? "by what is provisioned (PROVISIONED)"
            : $"by what is provisioned (PROVISIONED): {throughput.ReadCapacityUnits} units of reads and "
                + $"{throughput.WriteCapacityUnits} of writes a second",
    ];

    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html
    private static IReadOnlyList<string> Recovery(TableProperties.PointInTimeRecovery? recovery) =>
    [
        "Point-in-time recovery",
        recovery is { PointInTimeRecoveryEnabled: true }
            ? $"on: as it was at any second of the last {recovery.RecoveryPeriodInDays ?? 35} days it can be restored, as a new table"
            : "off",
    ];

    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html
    private static IReadOnlyList<string> Protection(bool isOn) =>
        ["Deletion protection", isOn ? "on: DeleteTable is refused until somebody turns it off" : "off"];

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
    private IReadOnlyList<string> WhenItsStackGoes() =>
        ["When its stack is deleted", $"{_node.Definition["DeletionPolicy"] ?? "Delete"}" == "Delete" ? "it is deleted" : "it stays"];

    private static IReadOnlyList<string> Stream(TableProperties.TableStream? stream) =>
    [
        "Stream",
        stream is null ? "none" : $"{stream.StreamViewType}: " + stream.StreamViewType switch
        {
            "NEW_AND_OLD_IMAGES" => "a record of each change has the item before and after it",
            "NEW_IMAGE" => "a record of each change has the item after it",
            "OLD_IMAGE" => "a record of each change has the item before it",
            _ => "a record of each change has the item's key alone",
        },
    ];

    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html
    private static IReadOnlyList<string> TimeToLive(TableProperties.TableExpiry? expiry) =>
    [
        "Time to live",
        expiry is { Enabled: true } ? $"an item is deleted some time after the second in its attribute {expiry.AttributeName}" : "none",
    ];

    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html
    private static IReadOnlyList<string> Encryption(JsonNode? specification) =>
    [
        "Encrypted on AWS with",
        $"{specification?["SSEEnabled"]}" is not "true" ? "a key of DynamoDB's own"
            : specification!["KMSMasterKeyId"] is null ? "a key of the account that AWS manages (KMS)"
            : "a key of ours (KMS)",
    ];
}
