using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Http;

/// <summary>A request can be followed from the viewer to the table, though no function has a line for it.</summary>
[Collection(SharedLexicon.Name)]
[Trait("Where", "Local")]
public sealed class TraceTests(RunningLexicon lexicon) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _console = new() { BaseAddress = lexicon.Console };

    [Fact]
    public async Task Read_IsOneTrace_FromTheEdgeThroughEachStepToTheTable_WithEachDecision()
    {
        var word = $"traced{Guid.NewGuid():N}";
        await lexicon.Anonymous.GetAsync($"/api/glossaries?limit=7&ignored={word}");

        var spans = await TraceAsync(word);

        var names = spans.Select(span => (string)span["name"]!).ToList();
        Assert.Equal(
            ["GET /api/glossaries", "CloudFront asks the origin", "API Gateway GET /api/glossaries", "ReadRequest", "ResolveApiAndStage"],
            names.Take(5));
        Assert.Contains("dynamodb Query", names);
        Assert.All(spans.Skip(1), span => Assert.Contains((string?)span["parent"], spans.Select(other => (string)other["id"]!)));
        var query = spans.Single(span => (string)span["name"]! == "dynamodb Query");
        var events = query["events"]!.AsArray();
        Assert.Equal(["IAM allows", "DynamoDB consumes"], events.Select(happened => (string)happened!["name"]!));
        var decision = events[0];
        Assert.Equal("dynamodb:Query", (string)decision!["tags"]!["action"]!);
        Assert.Contains("ListGlossaries", (string)decision["tags"]!["caller"]!, StringComparison.Ordinal);
        Assert.Equal(
            ("PublicGlossaries", "publicPk = ?", false),
            ((string?)query["tags"]!["aws.dynamodb.index_name"], (string?)query["tags"]!["aws.dynamodb.key_condition"],
                (bool?)query["tags"]!["aws.dynamodb.scan_forward"]));
    }

    [Fact]
    public async Task Refusal_NamesTheStepThatRefused_AndItsReason()
    {
        var word = $"refused{Guid.NewGuid():N}";
        await lexicon.Anonymous.GetAsync($"/api/me/glossaries?ignored={word}");

        var spans = await TraceAsync(word);

        Assert.Equal("Unauthorized", (string?)spans.Single(span => (string)span["name"]! == "Authorize")["error"]);
        Assert.DoesNotContain("Integrate", spans.Select(span => (string)span["name"]!));
    }

    public void Dispose() => _console.Dispose();

    // What is written to the disk by and by is there after a moment.
    private async Task<IReadOnlyList<JsonNode>> TraceAsync(string word)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var list = await _console.GetFromJsonAsync<JsonArray>("/api/requests?limit=500", patience.Token);
            if (list!.FirstOrDefault(piece => ((string?)piece!["tags"]!["url.query"])?.Contains(word, StringComparison.Ordinal) == true)
                is { } found)
            {
                var spans = await _console.GetFromJsonAsync<JsonArray>($"/api/traces/{(string)found["trace"]!}", patience.Token);
                return [.. spans!.Select(span => span!)];
            }

            await Task.Delay(50, patience.Token);
        }
    }
}
