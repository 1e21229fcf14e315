namespace Lexicon.Sources.Tests.Dialect;

/// <summary>One dialect in all projects, as far as the compiler cannot keep it (<c>.editorconfig</c> has the rest).</summary>
public sealed class DialectTests
{
    public static TheoryData<string> Rules => [.. DialectRule.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void EveryFile_Keeps(string rule)
    {
        var breaches = SourceFile.All
            .SelectMany(file => DialectRule.Named(rule).Breaches(file).Select(line => $"{file.Path}:{line + 1}: {file.Lines[line].Trim()}"))
            .ToList();

        Assert.True(breaches.Count is 0, string.Join('\n', breaches));
    }
}
