using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Lambda.Sandbox;

/// <summary>What a person chooses by <c>--sandbox</c>, and is told.</summary>
public sealed class SandboxModeTests
{
    [Fact]
    public async Task Off_IsSaid_AndTheFunctionIsAProcessLikeAnyOther()
    {
        await using var lambda = new RunningLambda(sandbox: SandboxMode.Off);

        var answer = await lambda.AskAsync(lambda.Function("plain"), """{"do":"env"}""");

        Assert.Equal(Path.Combine(lambda.Folder, "function"), (string?)answer["LAMBDA_TASK_ROOT"]);
        Assert.Equal(
            [("Sandbox", "off: functions are plain processes that see this machine as you do")], lambda.Service.ReadyRows);
    }

    [Fact]
    public async Task On_WhereThereIsNone_IsAnErrorThatSaysHowToGetOne()
    {
        await using var lambda = new RunningLambda(sandbox: SandboxMode.On);
        var start = () => lambda.Service.StartAsync(CancellationToken.None);

        if (lambda.HasSandbox)
        {
            await start();
            return;
        }

        Assert.StartsWith(
            "--sandbox on is not possible: ", (await Assert.ThrowsAsync<StartupException>(start)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllowedEgress_IsSaid()
    {
        await using var lambda = new RunningLambda(egress: true);
        lambda.Function("open");

        Assert.Contains(
            lambda.HasSandbox ? "functions reach any network (--allow-egress)" : "none: ",
            Assert.Single(lambda.Service.ReadyRows).Value,
            StringComparison.Ordinal);
    }
}
