namespace Lexicon.Infra.Context;

/// <summary>
/// Declares a property of <see cref="Options"/> as an option of the context: <c>-c name=value</c>, or the <c>context</c> of
/// <c>cdk.json</c>. How the value is read follows from the type of the property (<see cref="ContextOption"/>).
/// </summary>
/// <param name="name">The name in the context, in letters only.</param>
/// <param name="description">What the option asks for, in Markdown: a cell of the table in <c>docs/options.md</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ContextOptionAttribute(string name, string description) : Attribute
{
    public string Name => name;

    public string Description => description;

    /// <summary>The words that the value can be, the default first; of a flag, <c>true</c> is the second.</summary>
    public string[] Values { get; set; } = [];

    /// <summary>A regular expression that the value, or each item of a list, must match; null for any text.</summary>
    public string? Pattern { get; set; }

    /// <summary>What a value that matches the pattern is, for the message: <c>it must be {MustBe}</c>.</summary>
    public string? MustBe { get; set; }

    /// <summary>A value with which the tests of all options try this one; null for the last of the values.</summary>
    public string? Example { get; set; }

    /// <summary>What there is without the option, for <c>docs/options.md</c>; null for the first of the values.</summary>
    public string? Without { get; set; }
}
