namespace Lexicon.Functions.Modelling;

/// <summary>What docs/data-model.md tells of an entity.</summary>
internal interface IEntity
{
    string Name { get; }

    string Purpose { get; }

    IReadOnlyList<KeyShape> Keys { get; }

    IEnumerable<(string Name, string Type, string Rule, bool IsRequired)> Attributes { get; }
}
