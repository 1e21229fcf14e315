namespace Lexicon.Infra.Tests.Documents;

/// <summary><c>docs/options.md</c> tells what <c>Infra/options.json</c> declares, and everything that is declared is read.</summary>
public sealed partial class OptionsDocumentTests
{
    [Fact]
    [Trait("Kind", "Generated")]
    public void Table_IsMadeFromTheDeclaration() => new GeneratedFile("docs/options.md").Holds(
        "options", "| name | values | without it |", ContextOption.All.Select(option => Row(option.Key, option.Value)));

    [Fact]
    public void EveryOption_IsRead_AndEveryNameThatIsReadIsDeclared()
    {
        var read = Directory.EnumerateFiles(Repository.File("Infra"), "*.cs")
            .SelectMany(path => Reading().Matches(File.ReadAllText(path))).Select(match => match.Groups[1].Value);

        Assert.Equal(ContextOption.All.Keys.Order(StringComparer.Ordinal), read.Distinct().Order(StringComparer.Ordinal));
    }

    private static string Row(string name, ContextOption option) =>
        $"| `{name}` | {Values(option)}{option.Description} | {option.Without ?? $"`{option.Values[0]}`"} |";

    // A flag is said with the word that does something; a long list of words is described.
    private static string Values(ContextOption option) => option.Values switch
    {
        ["false", "true"] => "`true`: ",
        { Count: > 0 and < 5 } words => $"{string.Join(", ", words.SkipLast(1).Select(word => $"`{word}`"))} or `{words[^1]}`: ",
        _ => "",
    };

    [GeneratedRegex("""context\.\w+\("(\w+)"[,)]""")]
    private static partial Regex Reading();
}
