using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.DynamoDb.Resources;

/// <summary>
/// What is honored of <c>AWS::DynamoDB::Table</c>; <c>ImportSourceSpecification</c> and <c>KinesisStreamSpecification</c> are
/// not.
/// </summary>
internal sealed record TableProperties
{
    public string? TableName { get; init; }

    public IReadOnlyList<AttributeDefinition> AttributeDefinitions { get; init; } = [];

    public required IReadOnlyList<KeyElement> KeySchema { get; init; }

    public string BillingMode { get; init; } = "PROVISIONED";

    public Throughput? ProvisionedThroughput { get; init; }

    public IReadOnlyList<SecondaryIndex> GlobalSecondaryIndexes { get; init; } = [];

    public IReadOnlyList<SecondaryIndex> LocalSecondaryIndexes { get; init; } = [];

    public TableStream? StreamSpecification { get; init; }

    public TableExpiry? TimeToLiveSpecification { get; init; }

    public bool DeletionProtectionEnabled { get; init; }

    public TablePolicy? ResourcePolicy { get; init; }

    public PointInTimeRecovery? PointInTimeRecoverySpecification { get; init; }

    [Ignored("the data folder is as encrypted as the disk is; only its owner may open it")]
    public JsonNode? SSESpecification { get; init; }

    [Ignored("there are no usage graphs here")]
    public JsonNode? ContributorInsightsSpecification { get; init; }

    [Ignored("the class only changes what AWS charges")]
    public string? TableClass { get; init; }

    [Ignored("nothing is throttled on one machine")]
    public JsonNode? OnDemandThroughput { get; init; }

    [Ignored("nothing warms up on one machine")]
    public JsonNode? WarmThroughput { get; init; }

    [Ignored("tags have no local meaning")]
    public JsonNode? Tags { get; init; }

    /// <summary>Whether the table can be restored to a point in time.</summary>
    internal sealed record PointInTimeRecovery
    {
        public bool PointInTimeRecoveryEnabled { get; init; }

        [Ignored("no history is kept: the one time to which a table is restored is now")]
        public int? RecoveryPeriodInDays { get; init; }
    }

    /// <summary>The type of a key attribute.</summary>
    internal sealed record AttributeDefinition
    {
        public required string AttributeName { get; init; }

        /// <summary><c>S</c>, <c>N</c> or <c>B</c>.</summary>
        public required string AttributeType { get; init; }
    }

    /// <summary>One attribute of a key schema.</summary>
    internal sealed record KeyElement
    {
        public required string AttributeName { get; init; }

        /// <summary><c>HASH</c> or <c>RANGE</c>.</summary>
        public required string KeyType { get; init; }
    }

    /// <summary>A secondary index, local or global.</summary>
    internal sealed record SecondaryIndex
    {
        public required string IndexName { get; init; }

        public required IReadOnlyList<KeyElement> KeySchema { get; init; }

        public required IndexProjection Projection { get; init; }

        public Throughput? ProvisionedThroughput { get; init; }

        [Ignored("nothing is throttled on one machine")]
        public JsonNode? OnDemandThroughput { get; init; }

        [Ignored("nothing is throttled on one machine")]
        public JsonNode? WriteProvisionedThroughputSettings { get; init; }

        [Ignored("nothing is throttled on one machine")]
        public JsonNode? WriteOnDemandThroughputSettings { get; init; }

        [Ignored("nothing warms up on one machine")]
        public JsonNode? WarmThroughput { get; init; }

        [Ignored("there are no usage graphs here")]
        public JsonNode? ContributorInsightsSpecification { get; init; }
    }

    /// <summary>The attributes that an index carries.</summary>
    internal sealed record IndexProjection
    {
        /// <summary><c>ALL</c>, <c>KEYS_ONLY</c> or <c>INCLUDE</c>.</summary>
        public string ProjectionType { get; init; } = "ALL";

        /// <summary>With <c>INCLUDE</c>: the attributes.</summary>
        public IReadOnlyList<string>? NonKeyAttributes { get; init; }
    }

    /// <summary>Provisioned capacity: kept and shown, but nothing here is ever throttled by it.</summary>
    internal sealed record Throughput
    {
        public required long ReadCapacityUnits { get; init; }

        public required long WriteCapacityUnits { get; init; }
    }

    /// <summary>The stream of a table.</summary>
    internal sealed record TableStream
    {
        /// <summary>What its records carry, such as <c>NEW_AND_OLD_IMAGES</c>.</summary>
        public required string StreamViewType { get; init; }
    }

    /// <summary>The time to live: the engine deletes expired items by itself.</summary>
    internal sealed record TableExpiry
    {
        /// <summary>The attribute with the seconds since 1970; a disabled one needs none.</summary>
        public string? AttributeName { get; init; }

        public required bool Enabled { get; init; }
    }

    /// <summary>A resource-based policy of a table.</summary>
    internal sealed record TablePolicy
    {
        public required JsonNode PolicyDocument { get; init; }
    }
}
