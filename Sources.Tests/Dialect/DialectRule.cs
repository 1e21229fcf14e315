namespace Lexicon.Sources.Tests.Dialect;

/// <summary>A rule of how C# is written here that the compiler cannot keep.</summary>
/// <param name="Name">What a file must do.</param>
/// <param name="Breaches">The lines of a file that do not, from 0.</param>
internal sealed record DialectRule(string Name, Func<SourceFile, IEnumerable<int>> Breaches)
{
    public static IReadOnlyList<DialectRule> All { get; } =
    [
        new("A line has at most 140 columns.", LineLength.Breaches),
        new("A blank line follows a block.", BlankLineAfterBlock.Breaches),
        new("An arrow stands at the end of a line.", ArrowAtTheEnd.Breaches),
        new("Only public types inherit documentation.", InheritedDocumentation.Breaches),
    ];

    public static DialectRule Named(string name) => All.Single(rule => rule.Name == name);
}
