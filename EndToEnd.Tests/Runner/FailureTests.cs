using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Runner;

/// <summary>Processes that die while the runner runs.</summary>
[Collection(OneRunner.Shared)]
[Trait("Where", "Local")]
public sealed class FailureTests(OneRunner one) : IAsyncLifetime
{
    private static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(50);

    private LexiconClient _reader = null!;

    public async Task InitializeAsync() => _reader = await RestartTests.ReaderOf(one.Runner);

    [Fact]
    public async Task Function_KilledDuringARequest_IsABadGatewayAndTheNextOneWorks()
    {
        var warm = await _reader.CreateGlossaryAsync("Warm");

        var failed = await KilledDuringAsync("CreateGlossary", () => _reader.CreateGlossaryAsync("Never answered"));
        var next = await _reader.CreateGlossaryAsync("Next");

        Assert.Equal(HttpStatusCode.Created, warm.Status);
        Assert.Equal(HttpStatusCode.BadGateway, failed.Status);
        Assert.Equal("Internal server error", failed.Text("detail"));
        Assert.Equal(HttpStatusCode.Created, next.Status);
    }

    [Fact]
    public async Task Get_AfterAFunctionWasKilled_IsAskedAnew()
    {
        var glossary = await _reader.CreateGlossaryAsync("Asked anew");
        using var anybody = new LexiconClient(one.Runner.Site, token: null);
        var path = $"/api/glossaries/{glossary.Id}";

        var failed = await KilledDuringAsync("GetGlossary", () => anybody.GetAsync(path));
        var next = await anybody.GetAsync(path);

        // An answer that the edge kept would be the failed one for another ten seconds.
        Assert.Equal((HttpStatusCode.BadGateway, "Internal server error"), (failed.Status, failed.Text("detail")));
        Assert.Equal((HttpStatusCode.OK, "Asked anew"), (next.Status, next.Text("title")));
    }

    [Fact]
    public async Task Database_Killed_IsRestartedAndLosesNothing()
    {
        var glossary = await _reader.CreateGlossaryAsync("Survives");
        var engine = Engine();
        var answers = new List<Answer>();
        for (var i = 0; i < 5; i++)
        {
            answers.Add(await _reader.CreateTermAsync(glossary.Id, $"before {i}"));
        }

        await Processes.SignalAsync(engine, "KILL");
        var watch = Stopwatch.StartNew();
        do
        {
            answers.Add(await _reader.CreateTermAsync(glossary.Id, $"after {answers.Count}"));
        }
        while (answers[^1].Status != HttpStatusCode.Created && watch.Elapsed < TimeSpan.FromSeconds(60));

        var acknowledged = answers.Where(answer => answer.Status == HttpStatusCode.Created).Select(answer => answer.Id).ToList();
        var kept = (await _reader.ListAsync($"/api/me/glossaries/{glossary.Id}/terms", 100)).Select(term => (string)term["id"]!).ToList();
        var count = (int)(await _reader.GetAsync($"/api/me/glossaries/{glossary.Id}"))["termCount"]!;
        Assert.All(answers, answer => Assert.Contains((int)answer.Status, new[] { 201, 500, 502, 503, 504 }));
        Assert.Equal(HttpStatusCode.Created, answers[^1].Status);
        Assert.Empty(acknowledged.Except(kept));
        Assert.Equal(kept.Count, count);
        Assert.NotEqual(engine, Engine());
    }

    public Task DisposeAsync()
    {
        _reader?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>What a request is answered whose function is killed while it waits for a database that does not answer.</summary>
    private async Task<Answer> KilledDuringAsync(string operation, Func<Task<Answer>> ask)
    {
        var engine = Engine();
        var starts = await StartsAsync(operation);
        await Processes.SignalAsync(engine, "STOP");
        try
        {
            var hanging = ask();
            while (await StartsAsync(operation) == starts)
            {
                await Task.Delay(Pulse);
            }

            foreach (var function in Functions())
            {
                await Processes.SignalAsync(function, "KILL");
            }

            return await hanging;
        }
        finally
        {
            await Processes.SignalAsync(engine, "CONT");
        }
    }

    /// <summary>How many invocations of an operation's function have begun, by its log.</summary>
    private async Task<int> StartsAsync(string operation)
    {
        using var http = new HttpClient { BaseAddress = one.Runner.Console };
        var groups = JsonNode.Parse(await http.GetStringAsync("api/logs"))!.AsArray().Select(group => (string)group!);
        var group = groups.Single(name => name.EndsWith($"-{operation}", StringComparison.Ordinal));
        var log = JsonNode.Parse(await http.GetStringAsync($"api/log?group={Uri.EscapeDataString(group)}"))!.AsArray();
        return log.Count(line => ((string)line!["message"]!).StartsWith("START ", StringComparison.Ordinal));
    }

    private int Engine() => Running("DynamoDBLocal.jar").Single();

    private IReadOnlyList<int> Functions() => Running("Lexicon.Functions.dll");

    private IReadOnlyList<int> Running(string program) => [.. Processes.Below(one.Runner.ProcessId)
        .Where(process => process.Command.Contains(program, StringComparison.Ordinal)).Select(process => process.Id)];
}
