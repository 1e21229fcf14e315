namespace Lexicon.Local.Tests.Lambda;

public sealed class FreezerTests
{
    [Fact]
    public async Task IdleEnvironment_IsFrozenAndThawsForTheNextInvocation()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var lambda = new RunningLambda();
        var arn = lambda.Function("to-be-frozen");
        var instance = (int)(await lambda.AskAsync(arn))["instance"]!;
        var process = FunctionProcesses.ProgramOf("to-be-frozen");

        Assert.True(SpinWait.SpinUntil(() => FunctionProcesses.StateOf(process) == 'T', TimeSpan.FromSeconds(10)));
        var next = await lambda.AskAsync(arn);

        Assert.Equal(instance, (int)next["instance"]!);
        Assert.Equal(2, (int)next["served"]!);
    }

    [Fact]
    public async Task ProcessesThatAFunctionLeftBehind_AreFrozenWithIt()
    {
        await using var lambda = new RunningLambda();
        if (!lambda.HasSandbox)
        {
            return;
        }

        var arn = lambda.Function("leaves-work-behind");
        await lambda.AskAsync(arn, """{"do":"shell","script":"(setsid sh -c 'while :; do sleep 0.01; done' > /dev/null 2>&1 &)"}""");

        // One that was over before, and that its parent cannot bury now, does nothing either.
        Assert.True(SpinWait.SpinUntil(
            () => FunctionProcesses.All("leaves-work-behind")
                .Where(process => FunctionProcesses.NameOf(process) is not "bwrap" and not "")
                .All(process => FunctionProcesses.StateOf(process) is 'T' or 'Z'),
            TimeSpan.FromSeconds(10)));
        var next = await lambda.AskAsync(arn);

        Assert.Equal(2, (int)next["served"]!);
    }
}
