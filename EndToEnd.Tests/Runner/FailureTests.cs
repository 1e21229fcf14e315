using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Runner;

/// <summary>Processes that die while the runner runs.</summary>
[Trait("Where", "Local")]
public sealed class FailureTests : IAsyncLifetime
{
    private static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(50);

    private readonly string data = Directory.CreateTempSubdirectory("lexicon-failure-").FullName;
    private LocalRunner runner = null!;
    private LexiconClient reader = null!;

    public async Task InitializeAsync()
    {
        runner = await LocalRunner.StartAsync(data);
        reader = await RestartTests.ReaderOf(runner);
    }

    [Fact]
    public async Task Function_KilledDuringARequest_IsABadGatewayAndTheNextOneWorks()
    {
        var warm = await reader.CreateGlossaryAsync("Warm");
        var engine = Engine();
        var starts = await StartsAsync();

        // The function waits for a database that does not answer: it is surely killed during the request.
        await Processes.SignalAsync(engine, "STOP");
        var hanging = reader.CreateGlossaryAsync("Never answered");
        while (await StartsAsync() == starts)
        {
            await Task.Delay(Pulse);
        }

        foreach (var function in Functions())
        {
            await Processes.SignalAsync(function, "KILL");
        }

        var failed = await hanging;
        await Processes.SignalAsync(engine, "CONT");
        var next = await reader.CreateGlossaryAsync("Next");

        Assert.Equal(HttpStatusCode.Created, warm.Status);
        Assert.Equal(HttpStatusCode.BadGateway, failed.Status);
        Assert.Equal("Internal server error", failed.Text("message"));
        Assert.Equal(HttpStatusCode.Created, next.Status);
    }

    [Fact]
    public async Task Database_Killed_IsRestartedAndLosesNothing()
    {
        var glossary = await reader.CreateGlossaryAsync("Survives");
        var engine = Engine();
        var answers = new List<Answer>();
        for (var i = 0; i < 5; i++)
        {
            answers.Add(await reader.CreateTermAsync(glossary.Id, $"before {i}"));
        }

        await Processes.SignalAsync(engine, "KILL");
        var watch = Stopwatch.StartNew();
        do
        {
            answers.Add(await reader.CreateTermAsync(glossary.Id, $"after {answers.Count}"));
        }
        while (answers[^1].Status != HttpStatusCode.Created && watch.Elapsed < TimeSpan.FromSeconds(60));

        var acknowledged = answers.Where(answer => answer.Status == HttpStatusCode.Created).Select(answer => answer.Id).ToList();
        var kept = (await reader.ListAsync($"/api/me/glossaries/{glossary.Id}/terms", 100)).Select(term => (string)term["id"]!).ToList();
        var count = (int)(await reader.GetAsync($"/api/me/glossaries/{glossary.Id}"))["termCount"]!;
        Assert.All(answers, answer => Assert.Contains((int)answer.Status, new[] { 201, 500, 502, 503, 504 }));
        Assert.Equal(HttpStatusCode.Created, answers[^1].Status);
        Assert.Empty(acknowledged.Except(kept));
        Assert.Equal(kept.Count, count);
        Assert.NotEqual(engine, Engine());
    }

    public async Task DisposeAsync()
    {
        reader?.Dispose();
        await runner.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>How many invocations of the function that creates glossaries have begun, by its log.</summary>
    private async Task<int> StartsAsync()
    {
        using var http = new HttpClient { BaseAddress = runner.Console };
        var state = JsonNode.Parse(await http.GetStringAsync("state.json"))!;
        var name = state["resources"]!.AsArray().Single(resource =>
            (bool)resource!["isFunction"]! && ((string)resource["id"]!).StartsWith("CreateGlossary", StringComparison.Ordinal))!["ref"];
        var log = JsonNode.Parse(await http.GetStringAsync($"log.json?name={name}"))!.AsArray();
        return log.Count(line => ((string)line!["message"]!).StartsWith("START ", StringComparison.Ordinal));
    }

    private int Engine() => Running("DynamoDBLocal.jar").Single();

    private IReadOnlyList<int> Functions() => Running("Lexicon.Functions.dll");

    private IReadOnlyList<int> Running(string program) => [.. Processes.Below(runner.ProcessId)
        .Where(process => process.Command.Contains(program, StringComparison.Ordinal)).Select(process => process.Id)];
}
