using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Debugging;
using Lexicon.Local.Tests.Lambda;

namespace Lexicon.Local.Tests.Debugging;

public sealed class DebuggedFunctionTests
{
    [Fact]
    public async Task NativeFunction_IsStoppedUntilItIsLetGo_AndTheNextEnvironmentRunsAsEver()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var lambda = new RunningLambda(debug: "stopped");
        var arn = lambda.Function("app-stopped");
        await lambda.Service.StartAsync(CancellationToken.None);

        var first = lambda.AskAsync(arn);
        var process = await WaitingAsync(lambda, "app-stopped");
        await UntilAsync(() => StateOf(process) == 'T');
        var second = await lambda.AskAsync(arn);

        Assert.False(first.IsCompleted);
        Assert.NotEqual(process, (int)second["pid"]!);
        File.Delete(WaitingFile(lambda, "app-stopped"));
        Assert.Equal(process, (int)(await first)["pid"]!);
    }

    [Fact]
    public async Task ManagedFunction_WaitsBeforeItsMain_UnderItsOwnName()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var lambda = new RunningLambda(debug: "waits");
        var arn = lambda.Provision("AWS::Lambda::Function", "Waits", $$"""
            {
              "FunctionName": "app-waits", "Runtime": "dotnet10", "Handler": "Lexicon.Local", "Role": "{{RunningLambda.Role}}",
              "Timeout": 60, "Code": { "S3Bucket": "assets", "S3Key": "{{AppContext.BaseDirectory}}" }
            }
            """).Attributes["Arn"];
        await lambda.Service.StartAsync(CancellationToken.None);

        var invocation = lambda.InvokeAsync(arn);
        var process = await WaitingAsync(lambda, "app-waits");

        Assert.Equal("waits", (await File.ReadAllTextAsync($"/proc/{process}/comm")).TrimEnd());
        Assert.StartsWith(
            Path.Combine(lambda.Folder, "data", "lambda", "processes", "app-waits", "waits"),
            await File.ReadAllTextAsync($"/proc/{process}/cmdline"),
            StringComparison.Ordinal);
        Assert.False(invocation.IsCompleted);

        // The runner itself stands for a function: it finds no cloud assembly beside it, and ends; so does the second attempt.
        await UntilAsync(() =>
        {
            File.Delete(WaitingFile(lambda, "app-waits"));
            return invocation.IsCompleted;
        });
        var document = JsonNode.Parse((await invocation).Payload.Span)!;
        Assert.Equal("Runtime.ExitError", (string?)document["errorType"]);
    }

    [Fact]
    public async Task FunctionThatIsNotThere_IsRefused()
    {
        await using var lambda = new RunningLambda(debug: "other");
        lambda.Function("app-echo");

        var refusal = await Assert.ThrowsAsync<StartupException>(() => lambda.Service.StartAsync(CancellationToken.None));

        Assert.Equal("--debug other refers to a function, which does not exist; similar names are echo", refusal.Message);
    }

    [Fact]
    public async Task OtherFunctions_AndThoseWithoutDebug_DoNotWait()
    {
        await using var lambda = new RunningLambda(debug: "other");
        lambda.Function("app-other");
        var arn = lambda.Function("app-echo");
        await lambda.Service.StartAsync(CancellationToken.None);

        Assert.Equal(1, (int)(await lambda.AskAsync(arn))["served"]!);
    }

    [Fact]
    public async Task ProcessThatEnds_AfterTheDataOfTheRunnerAreGone_EndsTheWaiting()
    {
        var folder = Directory.CreateTempSubdirectory("debugged-tests-").FullName;
        var time = new TestClock();
        var ended = new TaskCompletionSource();
        using var process = Process.Start(new ProcessStartInfo("true"))!;
        await process.WaitForExitAsync();
        var debugged = new DebuggedProcess(
            "gone", Path.Combine(folder, "gone"), isManaged: true, new HeldTime(time), time, _ => { }, ended.SetResult);
        debugged.Await(process);

        Directory.Delete(folder, recursive: true);
        time.Advance(TimeSpan.FromSeconds(1));

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private static string WaitingFile(RunningLambda lambda, string function) =>
        Path.Combine(lambda.Folder, "data", "debugger", function);

    /// <summary>The process that the terminal names.</summary>
    private static async Task<int> WaitingAsync(RunningLambda lambda, string function)
    {
        await UntilAsync(() => lambda.Printed.Any(line => line.Contains(" waits for a debugger: process ", StringComparison.Ordinal)));
        var line = lambda.Printed.Single(line => line.Contains(": process ", StringComparison.Ordinal));
        var process = int.Parse(Regex.Match(line, @": process (\d+)").Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        Assert.Equal(process.ToString(CultureInfo.InvariantCulture), await File.ReadAllTextAsync(WaitingFile(lambda, function)));
        return process;
    }

    private static char StateOf(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        return stat[stat.LastIndexOf(')') + 2];
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!holds())
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
