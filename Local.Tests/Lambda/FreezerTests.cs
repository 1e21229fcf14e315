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
        var arn = lambda.Function("echo");
        var process = (int)(await lambda.AskAsync(arn))["pid"]!;

        Assert.True(SpinWait.SpinUntil(() => StateOf(process) == 'T', TimeSpan.FromSeconds(10)));
        var next = await lambda.AskAsync(arn);

        Assert.Equal(process, (int)next["pid"]!);
        Assert.Equal(2, (int)next["served"]!);
    }

    /// <summary>proc_pid_stat(5): the state stands behind the program's name; T is stopped.</summary>
    private static char StateOf(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        return stat[stat.LastIndexOf(')') + 2];
    }
}
