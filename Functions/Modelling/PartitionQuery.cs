namespace Lexicon.Functions.Modelling;

/// <summary>A stretch of one partition, of the table or of an index: what one list reads.</summary>
internal sealed record PartitionQuery
{
    /// <summary>The index; null for the table.</summary>
    public TableIndex? Index { get; init; }

    public required string Partition { get; init; }

    /// <summary>What the sort keys begin with; empty for all.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The last sort key that belongs to it; null where <see cref="Prefix"/> alone bounds it.</summary>
    public string? Until { get; init; }

    /// <summary>Largest sort key first.</summary>
    public bool Backward { get; init; }

    public required bool Consistent { get; init; }

    /// <summary>The full key of the item after which it begins; null for the beginning.</summary>
    public Item? After { get; init; }

    /// <summary>The attributes to return; null for all.</summary>
    public IReadOnlyList<string>? Attributes { get; init; }

    public required int Limit { get; init; }
}
