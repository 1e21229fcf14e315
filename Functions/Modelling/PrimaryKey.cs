using Amazon.DynamoDBv2.Model;

namespace Lexicon.Functions.Modelling;

/// <summary>The key of a table: the names of its two attributes, both strings, and what they are good for.</summary>
internal sealed record PrimaryKey(string PartitionKey, string SortKey)
{
    /// <summary>There is an item.</summary>
    public Expression Exists { get; } = AttributeConditions.Exists(PartitionKey);

    /// <summary>There is no item.</summary>
    public Expression IsAbsent { get; } = AttributeConditions.IsAbsent(PartitionKey);

    /// <summary>The key attributes of an item.</summary>
    public Item Of(string partition, string sort) => new()
    {
        [PartitionKey] = new AttributeValue { S = partition },
        [SortKey] = new AttributeValue { S = sort },
    };

    /// <summary>The key of an item.</summary>
    public Item Of(Item item) => Of(PartitionOf(item), SortOf(item));

    public string PartitionOf(Item item) => item[PartitionKey].S;

    public string SortOf(Item item) => item[SortKey].S;

    /// <summary>An item's key as one text.</summary>
    public string Identify(Item item) => $"{PartitionOf(item)}\n{SortOf(item)}";
}
