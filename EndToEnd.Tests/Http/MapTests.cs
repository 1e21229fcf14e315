using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Http;

/// <summary>The ways that the console's map finds in our templates.</summary>
[Collection(SharedLexicon.Name)]
[Trait("Where", "Local")]
public sealed class MapTests(RunningLexicon lexicon)
{
    [Fact]
    public async Task ChangesOfTheTable_GoToTheirFunction_AndThoseThatFailedToItsQueue()
    {
        using var console = new HttpClient { BaseAddress = lexicon.Console };

        var map = await console.GetFromJsonAsync<JsonObject>("/api/map");

        var names = map!["nodes"]!.AsArray().ToDictionary(place => (string)place!["id"]!, place => (string)place!["name"]!);
        var ways = map["edges"]!.AsArray()
            .Where(way => ((string?)way!["label"])?.StartsWith("records", StringComparison.Ordinal) == true)
            .Select(way => (names[(string)way!["from"]!], (string)way["label"]!, names[(string)way["to"]!]));
        Assert.Equal(
            [
                ("GlossariesTable", "records", "PublishChanges"),
                ("PublishChanges", "records that failed", "UnpublishedQueue"),
                ("ReportsQueue", "records", "FileReport"),
            ],
            ways.Order());
    }
}
