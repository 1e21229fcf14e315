using System.Text;
using Lexicon.Local.Lambda.Sandbox.Walls;

namespace Lexicon.Local.Tests.Lambda.Sandbox;

/// <summary>
/// An environment that uses more memory than its function has
/// (https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html).
/// </summary>
public sealed class MemoryTests
{
    [Fact]
    public async Task FunctionThatFillsMoreThanItHas_IsKilledAndReportedAsOnAws()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var lambda = new RunningLambda();
        var arn = lambda.Function("greedy", "\"MemorySize\": 128");
        await lambda.AskAsync(arn);

        var result = await lambda.InvokeAsync(arn, """{"do":"fill","megabytes":400}""");
        var next = await lambda.AskAsync(arn);

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal(
            $$"""{"errorType":"Runtime.ExitError","errorMessage":"RequestId: {{result.RequestId}} Error: Runtime exited with error: """
                + "signal: killed\"}",
            Encoding.UTF8.GetString(result.Payload.Span));
        Assert.Matches(
            "\tMemory Size: 128 MB\tMax Memory Used: 128 MB\t.*Status: error\tError Type: Runtime.ExitError$",
            Assert.Single(
                lambda.Logs.Messages("/aws/lambda/greedy"),
                line => line.StartsWith($"REPORT RequestId: {result.RequestId}", StringComparison.Ordinal)));
        Assert.Equal(1, (int)next["served"]!);
        Assert.StartsWith("greedy ran out of memory; its log: ", Assert.Single(lambda.Printed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FunctionWithEnoughMemory_MayFillIt()
    {
        await using var lambda = new RunningLambda();

        var filled = await lambda.AskAsync(lambda.Function("modest", "\"MemorySize\": 512"), """{"do":"fill","megabytes":400}""");

        Assert.Equal(400, (int)filled["megabytes"]!);
    }

    [Fact]
    public async Task FilesInTemporary_AreNoMemoryOfTheFunction()
    {
        await using var lambda = new RunningLambda();
        var arn = lambda.Function("storing", "\"MemorySize\": 128");

        var stored = await lambda.AskAsync(
            arn, """{"do":"shell","script":"head -c 300000000 /dev/zero > /tmp/large; stat -c %s /tmp/large; rm /tmp/large"}""");

        Assert.Equal("300000000\n", (string?)stored["output"]);
    }

    [Fact]
    public void WhereTheKernelDoesNotBoundIt_TheMemoryOfProcessesIsAddedUp()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var (small, large) = (new ResidentMemory(limit: 1), new ResidentMemory(limit: 1_000_000));

        Assert.Equal((true, false), (small.Check([Environment.ProcessId]), large.Check([Environment.ProcessId])));
    }
}
