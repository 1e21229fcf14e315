namespace Lexicon.Functions.Modelling;

/// <summary>The attributes of a <see cref="Revision"/>: <c>version</c>, <c>createdAt</c>, <c>updatedAt</c>.</summary>
/// <param name="get">The entity's revision.</param>
internal sealed class RevisionFields<TEntity>(Func<TEntity, Revision> get)
{
    public Field<TEntity, long> Version { get; } = new("version", Codecs.Number(1), entity => get(entity).Version);

    public Field<TEntity, DateTimeOffset> CreatedAt { get; } = new("createdAt", Codecs.Time, entity => get(entity).CreatedAt);

    public Field<TEntity, DateTimeOffset> UpdatedAt { get; } = new("updatedAt", Codecs.Time, entity => get(entity).UpdatedAt);

    public IReadOnlyList<IField<TEntity>> All => [Version, CreatedAt, UpdatedAt];

    /// <exception cref="CorruptItemException">One of them is missing, or not what it must be.</exception>
    public Revision Read(Item item) => new(Version.Read(item), CreatedAt.Read(item), UpdatedAt.Read(item));
}
