using System.Text.Json.Serialization;

namespace Lexicon.Infra.Tests.Context;

/// <summary><c>docs/options.md</c> and <c>options.json</c> say what <c>Options.cs</c> declares; <c>ACCEPT=1</c> rewrites them.</summary>
public sealed class OptionsDocumentTests
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    [Trait("Kind", "Generated")]
    public void Table_IsMadeFromTheDeclarations() =>
        new GeneratedFile("docs/options.md").Holds("options", "| name | values | without it |", ContextOption.All.Select(Row));

    /// <summary>What check-options.mjs reads, where nothing is built yet.</summary>
    [Fact]
    [Trait("Kind", "Generated")]
    public void File_IsMadeFromTheDeclarations() => new GeneratedFile("Infra/Context/options.json").Is(JsonSerializer.Serialize(
        ContextOption.All.ToDictionary(option => option.Name, option => new { List = option.IsList, option.Pattern, option.MustBe }),
        Readable) + "\n");

    [Fact]
    public void EveryOption_IsUsed()
    {
        var sources = Directory.EnumerateFiles(Repository.File("Infra"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "Options.cs").Select(File.ReadAllText).ToList();
        Assert.All(ContextOption.All, option => Assert.Contains(sources, source => Regex.IsMatch(source, $@"\b{option.Property}\b")));
    }

    private static string Row(ContextOption option) => $"| `{option.Name}` | {Values(option)}{option.Description} | {option.Without} |";

    // A flag is said with the word that does something; a long list of words is described.
    private static string Values(ContextOption option) => option.Values switch
    {
        ["false", "true"] => "`true`: ",
        { Count: > 0 and < 5 } words => $"{string.Join(", ", words.SkipLast(1).Select(word => $"`{word}`"))} or `{words[^1]}`: ",
        _ => "",
    };
}
