using System.Reflection;
using System.Text.RegularExpressions;
using Lexicon.Functions.Modelling;

namespace Lexicon.Functions.Tests.Modelling;

/// <summary>What Functions/Modelling/README.md shows is what is compiled and run here, and what it names is there.</summary>
public sealed partial class LibraryPageTests
{
    private const string Page = "Functions/Modelling/README.md";

    [Theory]
    [InlineData("the record", "Loan")]
    [InlineData("the entity", "LoanEntity")]
    [InlineData("the store", "LoanStore")]
    [Trait("Kind", "Generated")]
    public void TheExample_IsTheOneThatIsRun(string place, string file) => new GeneratedFile(Page).Holds(
        place,
        ["```csharp", .. File.ReadAllText(Repository.File($"Functions.Tests/Modelling/Example/{file}.cs")).TrimEnd().Split('\n'), "```"]);

    [Fact]
    public void EveryFeatureThatIsBuilt_NamesAMemberThatIsThere_AndEveryOtherAReason()
    {
        var rows = MarkdownTable.Read(Page, "## Beside Dynamoose").ToList();

        Assert.True(rows.Count > 30);
        foreach (var row in rows)
        {
            var members = Member().Matches(row[1]).Select(match => match.Value).ToList();
            Assert.All(members, member => Assert.True(Exists(member), $"{Page} names {member}, which is not there."));
            Assert.True(
                members is not [] || row[2].StartsWith("refused: ", StringComparison.Ordinal),
                $"{Page} neither names a member for '{row[0]}' nor says why it is refused.");
        }
    }

    private static bool Exists(string member)
    {
        var parts = member.Split('.');
        return typeof(Entity<>).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Entity<>).Namespace && type.Name.Split('`')[0] == parts[0])
            .Any(type => parts.Length is 1 || type.GetMember(
                parts[1], BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Length > 0);
    }

    [GeneratedRegex(@"(?<=`)[A-Z]\w+(?:\.[A-Z]\w+)?(?=[`(<])")]
    private static partial Regex Member();
}
