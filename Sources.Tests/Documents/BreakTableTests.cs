using System.Text.RegularExpressions;

namespace Lexicon.Sources.Tests.Documents;

/// <summary>Each break has a row in docs/breaks/README.md, which asks what it asks and names the file of its line.</summary>
public sealed partial class BreakTableTests
{
    private const string Folder = "docs/breaks";

    [Fact]
    public void EachBreak_HasItsRow() => Assert.Equal(
        Directory.EnumerateFiles(Repository.File(Folder), "*.mjs").Where(file => Path.GetFileName(file) != "break.mjs")
            .Order(StringComparer.Ordinal).Select(RowOf),
        Row().Matches(File.ReadAllText(Repository.File(Folder, "README.md"))).Select(match => match.Value));

    private static string RowOf(string file)
    {
        var (name, text) = (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));
        var (question, mended) = (Question().Match(text).Groups[1].Value, Line().Match(text).Groups[1].Value);
        return $"| [{name}]({name}.mjs) | {question} | [{mended}](../../{mended}) |";
    }

    [GeneratedRegex(@"^\| \[.*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^  question: \"(.*)\",$", RegexOptions.Multiline)]
    private static partial Regex Question();

    [GeneratedRegex("""^  line: \["([^"]+)",""", RegexOptions.Multiline)]
    private static partial Regex Line();
}
