using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.DynamoDb.Tables;

/// <summary>One Region's replica of a global table.</summary>
internal sealed record Replica
{
    public required string Region { get; init; }

    public bool DeletionProtectionEnabled { get; init; }

    public ResourcePolicy? ResourcePolicy { get; init; }

    [Ignored("the data folder has no backups; copy it while the runner is stopped")]
    public JsonNode? PointInTimeRecoverySpecification { get; init; }

    [Ignored("there are no usage graphs here")]
    public JsonNode? ContributorInsightsSpecification { get; init; }

    [Ignored("nothing is throttled on one machine; the indexes themselves stand at the table")]
    public JsonNode? GlobalSecondaryIndexes { get; init; }

    [Ignored("nothing is throttled on one machine")]
    public JsonNode? ReadProvisionedThroughputSettings { get; init; }

    [Ignored("nothing is throttled on one machine")]
    public JsonNode? ReadOnDemandThroughputSettings { get; init; }

    [Ignored("the data folder is as encrypted as the disk is; only its owner may open it")]
    public JsonNode? SSESpecification { get; init; }

    [Ignored("the class only changes what AWS charges")]
    public string? TableClass { get; init; }

    [Ignored("tags have no local meaning")]
    public JsonNode? Tags { get; init; }
}
