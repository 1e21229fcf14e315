using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lexicon.Local.Tests.Lambda.Sandbox;

/// <summary>A function that tries to leave its sandbox, where this machine has one.</summary>
public sealed class EscapeTests
{
    public static TheoryData<string> Attempts => [.. Escape.All.Select(escape => escape.Attempt)];

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task Attempt_IsStopped(string attempt)
    {
        await using var lambda = new RunningLambda();
        if (!lambda.HasSandbox)
        {
            return;
        }

        var escape = Escape.All.Single(escape => escape.Attempt == attempt);
        var script = escape.Script
            .Replace("{folder}", lambda.Folder, StringComparison.Ordinal)
            .Replace("{runner}", $"{Environment.ProcessId}", StringComparison.Ordinal);

        var tried = await lambda.AskAsync(
            lambda.Function("escaping", "\"MemorySize\": 1024, \"Timeout\": 60"), JsonSerializer.Serialize(new { @do = "shell", script }));

        Assert.Matches(new Regex(escape.Outcome, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), (string?)tried["output"]);
    }

    [Fact]
    public async Task Temporary_IsTheEnvironmentsOwn_AndKeptBetweenItsInvocations()
    {
        await using var lambda = new RunningLambda();
        if (!lambda.HasSandbox)
        {
            return;
        }

        var one = lambda.Function("one");
        await lambda.AskAsync(one, """{"do":"shell","script":"echo secret > /tmp/kept"}""");

        var own = await lambda.AskAsync(one, """{"do":"shell","script":"cat /tmp/kept"}""");
        var others = await lambda.AskAsync(lambda.Function("other"), """{"do":"shell","script":"ls -A /tmp"}""");
        await lambda.InvokeAsync(one, """{"do":"exit","code":1}""");
        var after = await lambda.AskAsync(one, """{"do":"shell","script":"ls -A /tmp"}""");

        Assert.Equal(("secret\n", "", ""), ((string?)own["output"], (string?)others["output"], (string?)after["output"]));
    }

    [Fact]
    public async Task ProcessThatWasLeftBehind_EndsWithItsEnvironment()
    {
        var lambda = new RunningLambda();
        if (lambda.HasSandbox)
        {
            await lambda.AskAsync(
                lambda.Function("outliving"),
                """{"do":"shell","script":"(setsid sh -c 'trap : TERM HUP; sleep 300' > /dev/null 2>&1 &)"}""");
            Assert.True(SpinWait.SpinUntil(
                () => FunctionProcesses.All("outliving").Any(process => FunctionProcesses.NameOf(process) == "sleep"),
                TimeSpan.FromSeconds(10)));
        }

        await lambda.DisposeAsync();

        Assert.True(SpinWait.SpinUntil(() => !FunctionProcesses.All("outliving").Any(), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Page_HasEachAttemptAndWhatStopsIt()
    {
        var page = File.ReadAllLines(Path.Combine(Repository, "docs", "sandbox.md"));

        Assert.Equal(
            Escape.All.Select(escape => $"| {escape.Attempt} | {escape.Wall} |"),
            page.SkipWhile(line => !line.StartsWith("| ---", StringComparison.Ordinal)).Skip(1).Take(Escape.All.Count));
    }

    private static string Repository { get; } = Enumerable.Range(0, 8)
        .Select(up => Path.GetFullPath(string.Concat(Enumerable.Repeat("../", up)), AppContext.BaseDirectory))
        .First(folder => File.Exists(Path.Combine(folder, "App.sln")));
}
