using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.DynamoDb.Tables;

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

    public StreamSpecification? StreamSpecification { get; init; }

    public TimeToLiveSpecification? TimeToLiveSpecification { get; init; }

    public bool DeletionProtectionEnabled { get; init; }

    public ResourcePolicy? ResourcePolicy { get; init; }

    [Ignored("the data folder has no backups; copy it while the runner is stopped")]
    public JsonNode? PointInTimeRecoverySpecification { get; init; }

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
}
