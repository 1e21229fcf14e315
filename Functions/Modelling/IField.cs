namespace Lexicon.Functions.Modelling;

/// <summary>An attribute of an entity, whatever its values are.</summary>
internal interface IField<in TEntity>
{
    string Name { get; }

    /// <summary>DynamoDB's type descriptor.</summary>
    string Type { get; }

    /// <summary>What a value must be, in words.</summary>
    string Rule { get; }

    bool IsRequired { get; }

    void Write(TEntity entity, Item item);
}
