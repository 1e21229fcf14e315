using System.Globalization;
using System.Text.RegularExpressions;

namespace Lexicon.EndToEnd.Tests.Pages;

/// <summary>The limits that the forms check are the API's, of which docs/limits.md is the list.</summary>
public sealed partial class FormLimitsTests
{
    public static TheoryData<string, string> Limits()
    {
        var limits = new TheoryData<string, string>();
        foreach (Match found in Limit().Matches(Read("Site", "scripts", "limits.js")))
        {
            limits.Add(found.Groups["words"].Value, found.Groups["value"].Value);
        }

        return limits;
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Limit_IsTheDocuments(string words, string value) => Assert.Contains(
        $"| {words} | {int.Parse(value.Replace("_", ""), CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture)} |",
        Read("docs", "limits.md"),
        StringComparison.Ordinal);

    [Fact]
    public void EveryLimitOfTheForms_IsHeldAgainstTheDocument() =>
        Assert.Equal(Read("Site", "scripts", "limits.js").Split("export const").Length - 1, Limits().Count);

    private static string Read(params string[] path) => File.ReadAllText(Repository.File(path));

    [GeneratedRegex("""/\*\* (?<words>[^\n]+)\. \*/\nexport const \w+ = (?<value>[\d_]+);""")]
    private static partial Regex Limit();
}
