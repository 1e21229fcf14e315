using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lexicon.Local.DynamoDb.Requests;

namespace Lexicon.Local.DynamoDb.Schema;

/// <summary>
/// What a table was given that DynamoDB Local takes and forgets: it is described again, and the policy counts
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html).
/// </summary>
internal sealed record TableSettings
{
    /// <summary>The members of <c>UpdateTable</c> that change nothing in the engine.</summary>
    public static readonly IReadOnlyList<string> Members = ["TableClass", "SSESpecification", "OnDemandThroughput"];

    private const string ManagedKey = "alias/aws/dynamodb";

    /// <summary>The table class.</summary>
    public string? TableClass { get; init; }

    /// <summary>When the table class was changed, in seconds.</summary>
    public double? TableClassSince { get; init; }

    /// <summary>The key that encrypts the table, where it is not the service's own.</summary>
    public string? KeyArn { get; init; }

    /// <summary>The most read units a second of a table that is paid for by request.</summary>
    public long? MaxReadRequestUnits { get; init; }

    /// <summary>The most write units a second of a table that is paid for by request.</summary>
    public long? MaxWriteRequestUnits { get; init; }

    /// <summary>The policy that was put at run time.</summary>
    public string? Policy { get; init; }

    /// <summary>The revision of the policy.</summary>
    public string? PolicyRevision { get; init; }

    /// <summary>Point-in-time recovery, as it was set at run time; null where it was not.</summary>
    public PointInTimeRecovery? Recovery { get; init; }

    /// <summary>Whether there is nothing to know.</summary>
    [JsonIgnore]
    public bool IsEmpty => this == new TableSettings();

    /// <summary>The settings after a request that created or changed the table.</summary>
    /// <param name="request">The request.</param>
    /// <param name="now">When the table class was changed, by a request that changes a table.</param>
    public TableSettings With(JsonElement request, DateTimeOffset? now)
    {
        var isOtherClass = request.Text(nameof(TableClass)) is not null;
        var onDemand = request.Get("OnDemandThroughput");
        return this with
        {
            TableClass = request.Text(nameof(TableClass)) ?? TableClass,
            TableClassSince = isOtherClass ? now?.ToUnixTimeMilliseconds() / 1000.0 : TableClassSince,
            KeyArn = request.Has("SSESpecification") ? KeyOf(request.Get("SSESpecification")) : KeyArn,
            MaxReadRequestUnits = Units(onDemand, nameof(MaxReadRequestUnits), MaxReadRequestUnits),
            MaxWriteRequestUnits = Units(onDemand, nameof(MaxWriteRequestUnits), MaxWriteRequestUnits),
            Policy = request.Text("ResourcePolicy") ?? Policy,
            PolicyRevision = request.Text("ResourcePolicy") is { } policy ? TableNames.Id(policy) : PolicyRevision,
        };
    }

    /// <summary>Adds them to the description of the table.</summary>
    public void Describe(JsonObject table)
    {
        if (TableClass is not null)
        {
            table["TableClassSummary"] = TableClassSince is { } since
                ? new JsonObject { [nameof(TableClass)] = TableClass, ["LastUpdateDateTime"] = since }
                : new JsonObject { [nameof(TableClass)] = TableClass };
        }

        if (KeyArn is not null)
        {
            table["SSEDescription"] = new JsonObject { ["Status"] = "ENABLED", ["SSEType"] = "KMS", ["KMSMasterKeyArn"] = KeyArn };
        }

        DescribeUnits(table, nameof(MaxReadRequestUnits), MaxReadRequestUnits);
        DescribeUnits(table, nameof(MaxWriteRequestUnits), MaxWriteRequestUnits);
    }

    /// <summary>Whether point-in-time recovery is on, and for how many days.</summary>
    internal sealed record PointInTimeRecovery(bool IsEnabled, int Days);

    private static void DescribeUnits(JsonObject table, string name, long? units)
    {
        if (units is not null)
        {
            table["OnDemandThroughput"] ??= new JsonObject();
            table["OnDemandThroughput"]![name] = units;
        }
    }

    private static string? KeyOf(JsonElement specification)
    {
        if (specification.Get("Enabled").ValueKind != JsonValueKind.True)
        {
            return null;
        }

        var key = specification.Text("KMSMasterKeyId") ?? ManagedKey;
        return key.StartsWith("arn:", StringComparison.Ordinal) ? key
            : Account.Arn("kms", key.StartsWith("alias/", StringComparison.Ordinal) ? $"key/{TableNames.Id(key)}" : $"key/{key}");
    }

    // -1 takes the limit away.
    private static long? Units(JsonElement throughput, string name, long? before) =>
        throughput.Get(name) is { ValueKind: JsonValueKind.Number } units && units.TryGetInt64(out var value)
            ? value < 0 ? null : value
            : before;
}
