namespace Lexicon.Functions.Contract;

/// <summary>
/// Bounds a list of a request. The framework's own attribute for it counts by reflection, which a trimmed program cannot.
/// </summary>
/// <param name="maximum">How many items there may be.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemsAttribute(int maximum) : Attribute
{
    /// <summary>How many items there may be.</summary>
    public int Maximum { get; } = maximum;

    /// <summary>Of a list of strings: the characters in an item at most.</summary>
    public int MaximumLength { get; init; }
}
