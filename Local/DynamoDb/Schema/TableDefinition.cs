using System.Text.Json.Nodes;
using static Lexicon.Local.DynamoDb.Resources.TableProperties;

namespace Lexicon.Local.DynamoDb.Schema;

/// <summary>A table as the templates want it.</summary>
internal sealed record TableDefinition
{
    /// <summary>How messages name the resource.</summary>
    public required string Place { get; init; }

    /// <summary>The physical name.</summary>
    public required string Name { get; init; }

    /// <summary>The types of the key attributes.</summary>
    public required IReadOnlyList<AttributeDefinition> Attributes { get; init; }

    /// <summary>The table's key.</summary>
    public required IReadOnlyList<KeyElement> Key { get; init; }

    /// <summary><c>PAY_PER_REQUEST</c> or <c>PROVISIONED</c>.</summary>
    public required string BillingMode { get; init; }

    /// <summary>With <c>PROVISIONED</c>: the capacity.</summary>
    public Throughput? Throughput { get; init; }

    /// <summary>The global secondary indexes.</summary>
    public required IReadOnlyList<SecondaryIndex> GlobalIndexes { get; init; }

    /// <summary>The local secondary indexes.</summary>
    public required IReadOnlyList<SecondaryIndex> LocalIndexes { get; init; }

    /// <summary>What the stream's records carry; null without a stream.</summary>
    public string? StreamView { get; init; }

    /// <summary>The attribute with the time to live; null without one.</summary>
    public string? TimeToLive { get; init; }

    /// <summary>Whether the template switches point-in-time recovery on.</summary>
    public bool IsRecoverable { get; init; }

    /// <summary>Whether the table refuses to be deleted.</summary>
    public required bool IsProtected { get; init; }

    /// <summary>The table's own policy, if it has one.</summary>
    public JsonNode? Policy { get; init; }

    /// <summary>The table's ARN.</summary>
    public string Arn => TableNames.Arn(Name);

    /// <summary>The partition key of the table.</summary>
    public string PartitionKey => PartitionKeyOf(Key);

    /// <summary>The partition key of an index.</summary>
    public static string PartitionKeyOf(IReadOnlyList<KeyElement> key) =>
        key.First(static element => element.KeyType == "HASH").AttributeName;
}
