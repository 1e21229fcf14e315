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

    [Fact]
    public async Task Api_SaysWhoMayCallEachRoute_AndItsThrottles_FromTheTemplates()
    {
        using var console = new HttpClient { BaseAddress = lexicon.Console };
        var map = await console.GetFromJsonAsync<JsonObject>("/api/map");
        var api = map!["nodes"]!.AsArray().Single(place => (string?)place!["type"] == "AWS::ApiGateway::RestApi")!;

        var tables = await console.GetFromJsonAsync<JsonArray>($"/api/map/settings?id={Uri.EscapeDataString((string)api["id"]!)}");

        var rows = tables!.SelectMany(table => table!["rows"]!.AsArray())
            .Select(row => string.Join(" | ", row!.AsArray().Select(cell => (string?)cell))).ToList();
        Assert.Contains(rows, row => row.StartsWith("dev | 500 a second, 1000 at once | ", StringComparison.Ordinal));
        Assert.Contains(
            rows,
            row => row.StartsWith("GET /api/moderation/reports | who signs ", StringComparison.Ordinal)
                && row.Contains("whose claim cognito:groups contains moderators", StringComparison.Ordinal)
                && row.EndsWith("ListReports", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains(" | 10 a second, 50 at once | sns, without a function", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("What it is asked, application/json | ", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("What the caller gets: 202, ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bucket_SaysWhoMayDeleteInIt()
    {
        using var console = new HttpClient { BaseAddress = lexicon.Console };
        var map = await console.GetFromJsonAsync<JsonObject>("/api/map");
        var bucket = map!["nodes"]!.AsArray().Single(place => (string?)place!["name"] == "ImagesBucket")!;

        var tables = await console.GetFromJsonAsync<JsonArray>($"/api/map/settings?id={Uri.EscapeDataString((string)bucket["id"]!)}");

        var rows = tables!.Single(table => (string?)table!["title"] == "Who may do what with it")!["rows"]!.AsArray();
        Assert.Contains(rows, row => (string?)row![0] == "s3:DeleteObject" && ((string)row[1]!).Contains("CheckImage"));
    }
}
