using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2.Model;

namespace Lexicon.Functions.Modelling;

/// <summary>An attribute of an entity: its name, what it may hold, and where the entity has it.</summary>
/// <param name="name">The attribute's name: letters, digits and underscores.</param>
/// <param name="codec">How it is stored.</param>
/// <param name="get">The entity's value.</param>
internal sealed class Field<TEntity, TValue>(string name, Codec<TValue> codec, Func<TEntity, TValue?> get) : IField<TEntity>
{
    public string Name => name;

    public string Type => codec.Type;

    public string Rule => codec.Rule;

    public bool IsRequired { get; init; } = true;

    /// <summary>What is written where an entity has no value, and read where an item was written before there was the attribute.</summary>
    public Func<TValue>? Default { get; init; }

    /// <summary>The entity's value.</summary>
    public TValue? Of(TEntity entity) => get(entity);

    /// <summary>What an update writes.</summary>
    /// <exception cref="CorruptItemException">It is none that there may be.</exception>
    public AttributeValue Value(TValue value) =>
        codec.Holds(value) ? codec.Write(value) : throw new CorruptItemException($"An item's {name} must be {Rule}.");

    /// <summary>What a condition compares the attribute with.</summary>
    public AttributeValue Compared(TValue value) => codec.Write(value);

    public void Write(TEntity entity, Item item)
    {
        if (get(entity) is { } value)
        {
            item[name] = Value(value);
        }
        else if (Default is not null)
        {
            item[name] = Value(Default());
        }
        else if (IsRequired)
        {
            throw new CorruptItemException($"An item lacks {name}.");
        }
    }

    /// <summary>The stored value.</summary>
    /// <exception cref="CorruptItemException">It is missing, or none that there may be.</exception>
    public TValue Read(Item item) =>
        TryRead(item, out var value) ? value
        : Default is not null ? Default()
        : throw new CorruptItemException($"A stored item lacks {name}.");

    /// <summary>The stored value of an attribute that may be missing; its type's default where it is.</summary>
    /// <exception cref="CorruptItemException">It is there, but none that there may be.</exception>
    public TValue? ReadOrDefault(Item item) => TryRead(item, out var value) ? value : default;

    /// <summary>The stored value of an attribute that may be missing.</summary>
    /// <exception cref="CorruptItemException">It is there, but none that there may be.</exception>
    public bool TryRead(Item item, [MaybeNullWhen(false)] out TValue value)
    {
        value = default;
        if (!item.TryGetValue(name, out var stored))
        {
            return false;
        }

        return codec.TryRead(stored, out var read) && codec.Holds(value = read)
            ? true
            : throw new CorruptItemException($"A stored item's {name} is not {Rule}.");
    }
}
