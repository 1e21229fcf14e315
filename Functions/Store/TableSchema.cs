namespace Lexicon.Functions.Store;

/// <summary>
/// The keys of the one table. The store reads and writes by these names, Infra declares the table from them, so that the two
/// cannot part.
/// </summary>
public static class TableSchema
{
    /// <summary>The table's partition key, a string.</summary>
    public const string PartitionKey = "pk";

    /// <summary>The table's sort key, a string.</summary>
    public const string SortKey = "sk";

    /// <summary>The attribute with the time to live, in seconds since 1970.</summary>
    public const string TimeToLive = "expiresAt";

    /// <summary>The indexes.</summary>
    public static IReadOnlyList<TableIndex> Indexes { get; } =
    [
        new("PublicGlossaries", "publicPk", "publicSk"),
        new("OwnedGlossaries", "ownerPk", "ownerSk"),
        new("TermsByName", "namePk", "nameSk"),
    ];
}
