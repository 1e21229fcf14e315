namespace Lexicon.Infra.Tests.Documents;

/// <summary><c>docs/options.md</c> names what the context may say, all of it and nothing else.</summary>
public sealed partial class OptionsDocumentTests
{
    [Fact]
    public void EveryOption_IsInTheDocument()
    {
        var read = Directory.EnumerateFiles(Repository.File("Infra"), "*.cs")
            .SelectMany(path => Reading().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups[1].Value);
        var documented = File.ReadLines(Repository.File("docs", "options.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Name().Matches(line.Split('|')[1]))
            .Select(match => match.Groups[1].Value);

        Assert.Equal(ContextNames.All, read.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(ContextNames.All, documented.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""context\.\w+\("(\w+)"[,)]""")]
    private static partial Regex Reading();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Name();
}
