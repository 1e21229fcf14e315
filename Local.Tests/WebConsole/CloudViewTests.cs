using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Tests.CloudFormation;
using Lexicon.Local.WebConsole.Views;

namespace Lexicon.Local.Tests.WebConsole;

public sealed class CloudViewTests
{
    [Fact]
    public async Task PageOfTheSite_ThatAStackNames_IsOneOfThePages_WithoutTls()
    {
        using var folder = new AssemblyFolder().With("One", """
            {"Resources":{"A":{"Type":"Test::Note"}},
             "Outputs":{
               "SiteUrl":{"Value":"https://localhost:9200"},
               "LessonsUrl":{"Value":"https://localhost:9200/lessons.html"},
               "ElsewhereUrl":{"Value":"https://example.com/page.html"},
               "Lessons":{"Value":"https://localhost:9200/lessons.html"},
               "NoneUrl":{"Value":"not an address"}}}
            """);
        var graph = new ResourceGraph(folder.Load(), Notes.Types);
        graph.ProvisionAll();
        var view = new CloudView(Endpoints.From(9200));
        view.Show(graph);

        var (_, state) = await new ConsoleClient(view).GetAsync("/state");

        Assert.Equal(
            [("Lessons", "http://localhost:9200/lessons.html")],
            state["pages"]!.AsArray().Select(page => ((string)page!["name"]!, (string)page["address"]!)));
    }
}
