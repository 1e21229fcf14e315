using System.Net;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Runner;

/// <summary>Processes that die while the runner runs.</summary>
[Trait("Where", "Local")]
public sealed class FailureTests : IAsyncLifetime
{
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

        // The function waits for a database that does not answer: it is surely killed during the request.
        await Processes.SignalAsync(engine, "STOP");
        var hanging = reader.CreateGlossaryAsync("Never answered");
        await Task.Delay(TimeSpan.FromMilliseconds(500));
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
        var acknowledged = 0;

        var writing = Task.Run(async () =>
        {
            var unavailable = 0;
            for (var i = 0; i < 60 && (acknowledged < 20 || unavailable == 0); i++)
            {
                var answer = await reader.CreateTermAsync(glossary.Id, $"term {i}", Guid.NewGuid().ToString());
                Assert.True(answer.Status is HttpStatusCode.Created || (int)answer.Status is >= 500 and < 600, answer.Status.ToString());
                acknowledged += answer.Status == HttpStatusCode.Created ? 1 : 0;
                unavailable += answer.Status == HttpStatusCode.Created ? 0 : 1;
            }
        });
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        await Processes.SignalAsync(engine, "KILL");
        await writing;

        var terms = await reader.ListAsync($"/api/me/glossaries/{glossary.Id}/terms", 100);
        var count = (int)(await reader.GetAsync($"/api/me/glossaries/{glossary.Id}"))["termCount"]!;
        Assert.Equal(terms.Count, count);
        Assert.InRange(terms.Count, Math.Max(1, acknowledged), 60);
        Assert.False(Processes.IsAlive(engine));
    }

    public async Task DisposeAsync()
    {
        reader?.Dispose();
        await runner.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private int Engine() => Running("DynamoDBLocal.jar").Single();

    private IReadOnlyList<int> Functions() => Running("Lexicon.Functions.dll");

    private IReadOnlyList<int> Running(string program) => [.. Processes.Below(runner.ProcessId)
        .Where(process => process.Command.Contains(program, StringComparison.Ordinal)).Select(process => process.Id)];
}
