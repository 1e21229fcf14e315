using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Store;

/// <summary>
/// The keys of the one table. The store reads and writes by these names, Infra declares the table from them, so that the two
/// cannot part. What lies where is told in docs/data-model.md.
/// </summary>
internal static class TableSchema
{
    /// <summary>The table's partition key, a string.</summary>
    public const string PartitionKey = "pk";

    /// <summary>The table's sort key, a string.</summary>
    public const string SortKey = "sk";

    /// <summary>The attribute with the time to live, in seconds since 1970.</summary>
    public const string TimeToLive = "expiresAt";

    /// <summary>Both together.</summary>
    public static PrimaryKey Key { get; } = new(PartitionKey, SortKey);

    /// <summary>The public glossaries, newest first.</summary>
    public static TableIndex PublicGlossaries { get; } = new("PublicGlossaries", "publicPk", "publicSk");

    /// <summary>
    /// The terms of a glossary by name. Local, because only a local index can be read consistently: who adds a term sees it in
    /// the list at once.
    /// </summary>
    public static TableIndex TermsByName { get; } = new("TermsByName", PartitionKey, "nameSk");

    /// <summary>
    /// A reader's reviews of a glossary by the time that they are due. Local: what was reviewed is gone from the list at once.
    /// </summary>
    public static TableIndex ReviewsByDue { get; } = new("ReviewsByDue", PartitionKey, "dueSk");

    /// <summary>The global secondary indexes.</summary>
    public static IReadOnlyList<TableIndex> Indexes { get; } = [PublicGlossaries];

    /// <summary>The local secondary indexes; their partition key is the table's.</summary>
    public static IReadOnlyList<TableIndex> LocalIndexes { get; } = [TermsByName, ReviewsByDue];
}
