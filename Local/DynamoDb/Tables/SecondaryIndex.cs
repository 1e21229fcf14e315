using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.DynamoDb.Tables;

/// <summary>A secondary index, local or global.</summary>
internal sealed record SecondaryIndex
{
    public required string IndexName { get; init; }

    public required IReadOnlyList<KeyElement> KeySchema { get; init; }

    public required Projection Projection { get; init; }

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
