using System.Net;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Runner;

/// <summary>What is acknowledged is kept, and nothing is left running, however the runner ends.</summary>
[Trait("Where", "Local")]
public sealed class RestartTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("lexicon-restart-").FullName;

    [Fact]
    public async Task Runner_HoweverItEnds_KeepsEveryWrite_AndLeavesNoProcess()
    {
        List<string> glossaries = [];
        foreach (var signal in new[] { "TERM", "INT" })
        {
            await using var stopped = await LocalRunner.StartAsync(_data);
            var before = await WriteOneMoreAsync(stopped, glossaries);

            Assert.Equal(0, await stopped.SignalAsync(signal));

            Assert.DoesNotContain(before, child => Processes.IsAlive(child.Id));
            Assert.False(File.Exists(Path.Combine(_data, "endpoints.json")));
        }

        IReadOnlyList<(int Id, string Command)> children;
        await using (var killed = await LocalRunner.StartAsync(_data))
        {
            children = await WriteOneMoreAsync(killed, glossaries);
            await killed.KillAsync();
        }

        // What a killed one leaves, the next one cleans up.
        await using var again = await LocalRunner.StartAsync(_data);
        Assert.DoesNotContain(children, child => Processes.IsAlive(child.Id));
        foreach (var glossary in glossaries)
        {
            await AssertThereAsync(again, glossary);
        }
    }

    /// <summary>
    /// The changes cannot be told at first, since a grant is missing; then the runner is killed. Whoever follows afterwards is told all of
    /// them, once the grant is there.
    /// </summary>
    [Fact]
    public async Task Kill_WhileChangesWaitToBeTold_LosesNone()
    {
        using var assembly = new ChangedAssembly();
        assembly.Revoke("PublishChangesRole", "dynamodb:Query");
        assembly.Change(
            "PublishChanges", "AWS::Lambda::EventSourceMapping", mapping => mapping["MaximumRetryAttempts"] = -1);
        string[] options = ["--assembly", assembly.Folder, "--watch"];
        string glossary;
        await using (var runner = await LocalRunner.StartAsync(_data, options))
        {
            glossary = await WriteAsync(runner);
            Assert.True(await Eventually.IsSoAsync(async () => (await runner.RefusedAsync()).Any(
                one => one.Role.Contains("-PublishChangesRole", StringComparison.Ordinal) && one.Action is "dynamodb:Query")));
            await runner.KillAsync();
        }

        await using var again = await LocalRunner.StartAsync(_data, options);
        using var anyone = new LexiconClient(again.Site, token: null);
        using var follower = await LiveClient.FollowAsync(anyone, glossary);
        assembly.Restore();
        await again.ApplyAsync(assembly);

        List<string> told = [];
        while (told.Count < 10)
        {
            told.Add((string)(await follower.NextChangeAsync("termAdded"))["term"]!["term"]!);
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(number => $"term {number}"), told);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    /// <summary>Writes one more glossary; the processes that the runner has by then.</summary>
    private static async Task<IReadOnlyList<(int Id, string Command)>> WriteOneMoreAsync(LocalRunner runner, List<string> glossaries)
    {
        glossaries.Add(await WriteAsync(runner));
        var children = Processes.Below(runner.ProcessId);
        Assert.NotEmpty(children);
        return children;
    }

    private static async Task<string> WriteAsync(LocalRunner runner)
    {
        using var reader = await ReaderOf(runner);
        var glossary = await reader.CreateGlossaryAsync("Kept");
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.Created, (await reader.CreateTermAsync(glossary.Id, $"term {i}")).Status);
        }

        return glossary.Id;
    }

    private static async Task AssertThereAsync(LocalRunner runner, string glossary)
    {
        using var reader = await ReaderOf(runner);
        Assert.Equal(10, (int)(await reader.GetAsync($"/api/me/glossaries/{glossary}"))["termCount"]!);
        Assert.Equal(10, (await reader.ListAsync($"/api/me/glossaries/{glossary}/terms", 100)).Count);
    }

    internal static async Task<LexiconClient> ReaderOf(LocalRunner runner)
    {
        var signIn = await SignIn.AtAsync(runner.Site);
        return new LexiconClient(runner.Site, await signIn.TokenAsync("demo@example.com", "Demo-1234!"));
    }
}
