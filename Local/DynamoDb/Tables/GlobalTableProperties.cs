using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.DynamoDb.Tables;

/// <summary>What is honored of <c>AWS::DynamoDB::GlobalTable</c>, which CDK's <c>TableV2</c> becomes.</summary>
internal sealed record GlobalTableProperties
{
    public string? TableName { get; init; }

    public IReadOnlyList<AttributeDefinition> AttributeDefinitions { get; init; } = [];

    public required IReadOnlyList<KeyElement> KeySchema { get; init; }

    public string BillingMode { get; init; } = "PROVISIONED";

    public IReadOnlyList<SecondaryIndex> GlobalSecondaryIndexes { get; init; } = [];

    public IReadOnlyList<SecondaryIndex> LocalSecondaryIndexes { get; init; } = [];

    /// <summary>The replica of our Region is the table; those of other Regions exist only there.</summary>
    public required IReadOnlyList<Replica> Replicas { get; init; }

    public StreamSpecification? StreamSpecification { get; init; }

    public TimeToLiveSpecification? TimeToLiveSpecification { get; init; }

    [Ignored("the data folder is as encrypted as the disk is; only its owner may open it")]
    public JsonNode? SSESpecification { get; init; }

    [Ignored("nothing is throttled on one machine")]
    public JsonNode? WriteProvisionedThroughputSettings { get; init; }

    [Ignored("nothing is throttled on one machine")]
    public JsonNode? WriteOnDemandThroughputSettings { get; init; }

    [Ignored("nothing warms up on one machine")]
    public JsonNode? WarmThroughput { get; init; }

    [Ignored("one Region is consistent with itself")]
    public string? MultiRegionConsistency { get; init; }
}
