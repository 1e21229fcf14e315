using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Tests.Pages;

namespace Lexicon.Functions.Tests.Http;

public sealed class ProblemTypeTests
{
    private static readonly IReadOnlyList<ProblemType> Types = [.. Enum.GetValues<FailureKind>().Select(ProblemType.Of)];

    [Fact]
    [Trait("Kind", "Generated")]
    public void PageOfTheSite_SaysWhatTheDocumentsSay() => new GeneratedFile("Site/problems.html").Is(ProblemPage.Generate());

    [Fact]
    public void EveryProblemType_HasItsPage_WithItsTitleUriAndStatus() => Assert.All(Types, type =>
    {
        var page = File.ReadAllLines(Repository.File("docs", "problems", $"{type.Name}.md"));

        Assert.Equal([$"# {type.Title}", "", $"`{type.Uri}`, status {type.Status}."], page.Take(3));
    });

    [Fact]
    public void TheListOfProblems_IsComplete() => Assert.Equal(
        Types.Select(type => ($"[{type.Name}]({type.Name}.md)", $"{type.Status}", type.Title)).Order(),
        MarkdownTable.Read("docs/problems/README.md", "# Problems").Select(row => (row[0], row[1], row[2])).Order());

    [Fact]
    public void EveryPage_IsOfAProblemType_OrOfWhatHasNone() => Assert.Equal(
        Types.Select(type => $"{type.Name}.md").Append("README.md").Append($"{ProblemPage.OfTheGateway}.md").Order(StringComparer.Ordinal),
        Directory.GetFiles(Repository.File("docs", "problems")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryFailureKind_HasAProblemTypeOfItsOwn() =>
        Assert.Equal(Types.Count, Types.Select(type => type.Name).Distinct().Count());
}
