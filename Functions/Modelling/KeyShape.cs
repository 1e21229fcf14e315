namespace Lexicon.Functions.Modelling;

/// <summary>The key of an entity, in the table or in an index, as people read it.</summary>
/// <param name="Index">The index; null for the table.</param>
/// <param name="Partition">The partition key, its variable parts in angle brackets.</param>
/// <param name="Sort">The sort key, written alike.</param>
internal sealed record KeyShape(string? Index, string Partition, string Sort)
{
    /// <summary>Which of the entity's items are in the index; null for all.</summary>
    public string? While { get; init; }
}
