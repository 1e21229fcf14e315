using System.Text.RegularExpressions;

namespace Lexicon.Functions.Tests.Recipe;

/// <summary>A step of a recipe in CONTRIBUTING.md: a new file, or lines below or in place of the one that holds some text.</summary>
internal sealed partial record RecipeStep(string File, string? At, bool Replaces, string Text)
{
    /// <summary>The steps of a chapter: each fenced block, and the line before it that says where its lines go.</summary>
    public static IReadOnlyList<RecipeStep> Read(string document, string heading)
    {
        var start = document.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"CONTRIBUTING.md has no chapter '{heading}'.");
        var end = document.IndexOf("\n## ", start + heading.Length, StringComparison.Ordinal);
        return
        [
            .. Step().Matches(end < 0 ? document[start..] : document[start..end]).Select(step => new RecipeStep(
                step.Groups["file"].Value,
                step.Groups["at"] is { Success: true } at ? at.Value : null,
                step.Groups["where"].Value == "in place of",
                string.Join('\n', step.Groups["text"].Value.Split('\n').Select(line => Unindent(line, step.Groups["indent"].Length))))),
        ];
    }

    /// <summary>Does what the step says.</summary>
    public void ApplyTo(string root)
    {
        var path = Path.Combine([root, .. File.Split('/')]);
        if (At is null)
        {
            Assert.False(System.IO.File.Exists(path), $"{File} is there already: the recipe needs another example.");
            System.IO.File.WriteAllText(path, Text);
            return;
        }

        var lines = System.IO.File.ReadAllLines(path).ToList();
        var at = lines.FindIndex(line => line.Contains(At, StringComparison.Ordinal));
        Assert.True(at >= 0, $"CONTRIBUTING.md names '{At}', which {File} does not hold.");
        var indent = lines[at][..^lines[at].TrimStart().Length];
        lines.InsertRange(at + 1, Text.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? line : indent + line));
        if (Replaces)
        {
            lines.RemoveAt(at);
        }

        System.IO.File.WriteAllLines(path, lines);
    }

    private static string Unindent(string line, int count) => line.Length >= count ? line[count..] : line.TrimStart();

    [GeneratedRegex(
        """
        (?:New\ file\ `(?<file>[^`]+)`|In\ `(?<file>[^`]+)`,\ (?<where>below|in\ place\ of)\ `(?<at>[^`]+)`):\n
        \s*\n(?<indent>\ *)```\w+\n(?<text>.*?\n)\ *```
        """,
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Step();
}
