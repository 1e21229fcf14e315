namespace Lexicon.Functions.Modelling;

/// <summary>
/// A kind of item, declared once: its keys, its attributes with their types and ranges, and how it is written and read. There is
/// no reflection in it: each declaration names its members itself.
/// </summary>
internal sealed class Entity<T> : IEntity
{
    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public required IReadOnlyList<KeyShape> Keys { get; init; }

    /// <summary>The key attributes, those of the indexes too.</summary>
    public required Func<T, Item> KeyOf { get; init; }

    public IReadOnlyList<IField<T>> Fields { get; init; } = [];

    /// <summary>Makes the entity of an item whose fields it reads.</summary>
    public required Func<Item, T> Make { get; init; }

    /// <summary>Attributes that updates write beside the fields: name, type, what they are.</summary>
    public IReadOnlyList<(string Name, string Type, string Purpose)> Marks { get; init; } = [];

    /// <summary>The attribute that counts how often an item was written; null where nothing does.</summary>
    public Field<T, long>? Version { get; init; }

    IEnumerable<(string Name, string Type, string Rule, bool IsRequired)> IEntity.Attributes =>
        Fields.Select(attribute => (attribute.Name, attribute.Type, attribute.Rule, attribute.IsRequired))
            .Concat(Marks.Select(mark => (mark.Name, mark.Type, mark.Purpose, false)));

    /// <exception cref="CorruptItemException">The entity breaks its own declaration.</exception>
    public Item Write(T entity)
    {
        var item = KeyOf(entity);
        foreach (var field in Fields)
        {
            field.Write(entity, item);
        }

        return item;
    }

    /// <summary>The condition that what is stored is still the version that was read.</summary>
    public Expression IsUnchanged(T read) => Version is { } version
        ? version.Is(version.Of(read))
        : throw new InvalidOperationException($"The declaration of {Name} names no version.");

    /// <exception cref="CorruptItemException">The item is not what is declared here.</exception>
    public T Read(Item item)
    {
        try
        {
            return Make(item);
        }
        catch (CorruptItemException fault)
        {
            throw new CorruptItemException($"{Name}: {fault.Message}");
        }
    }
}
