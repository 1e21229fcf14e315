using System.Diagnostics;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

public sealed class ChildProcessesTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("children-tests-").FullName;

    private string Ledger => Path.Combine(_data, "processes.ledger");

    [Fact]
    public async Task Dispose_EndsEveryProcess()
    {
        Process first, second;
        await using (var children = Open())
        {
            first = children.Start("sleeper", Sleep());
            second = children.Start("sleeper", Sleep());
            Assert.False(first.HasExited);
        }

        Assert.True(first.WaitForExit(5000));
        Assert.True(second.WaitForExit(5000));
        Assert.Empty(ProcessLedger.Read(File.ReadLines(Ledger)));
    }

    [Fact]
    public async Task Dispose_EndsAProcessThatIgnoresTheRequest()
    {
        Process stubborn;
        await using (var children = Open())
        {
            var start = new ProcessStartInfo(
                "node", ["-e", "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')"])
            {
                RedirectStandardOutput = true,
            };
            stubborn = children.Start("stubborn", start);
            Assert.Equal("up", await stubborn.StandardOutput.ReadLineAsync());
        }

        Assert.True(stubborn.WaitForExit(5000));
    }

    [Fact]
    public async Task ProcessThatExits_IsStruckOff()
    {
        await using var children = Open();

        using var process = children.Start("short", new ProcessStartInfo("node", ["-e", "process.exit(5)"]));
        await process.WaitForExitAsync();

        Assert.Equal(5, process.ExitCode);
        Assert.True(SpinWait.SpinUntil(() => ProcessLedger.Read(File.ReadAllLines(Ledger)).Count == 0, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void NextStart_EndsWhatAKilledRunnerLeft()
    {
        using var left = Process.Start(Sleep())!;
        File.WriteAllText(Ledger, $"+{left.Id} {ProcessIdentity.Of(left.Id)} DynamoDB Local\n+1");

        Open();

        Assert.True(left.WaitForExit(5000));
    }

    [Fact]
    public void NextStart_LeavesAnotherProcessOfTheSameIdAlone()
    {
        using var other = Process.Start(Sleep())!;
        File.WriteAllText(Ledger, $"+{other.Id} {ProcessIdentity.Of(other.Id)}0 DynamoDB Local\n");

        Open();

        Assert.False(other.HasExited);
        other.Kill();
    }

    [Fact]
    public async Task Start_OfAProgramThatIsNotThere_IsRefused()
    {
        await using var children = Open();

        var refusal = Assert.Throws<StartupException>(() => children.Start("DynamoDB Local", new ProcessStartInfo("no-such-program")));

        Assert.Equal("DynamoDB Local cannot be started: the program 'no-such-program' is not found", refusal.Message);
    }

    [Fact]
    public async Task OnLinux_TheKernelEndsEachProcessWithTheRunner()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var children = Open();

        using var process = children.Start("dump", new ProcessStartInfo("setpriv", ["--dump"]) { RedirectStandardOutput = true });

        Assert.Contains("Parent death signal: KILL", await process.StandardOutput.ReadToEndAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task OnLinux_ACtrlCAtTheTerminalReachesNoProcess()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var children = Open();

        using var process = children.Start("sleeper", Sleep());

        // The sixth field is the session (proc(5)); a terminal's Ctrl-C goes to processes of its own session alone.
        Assert.True(SpinWait.SpinUntil(() => Session(process.Id) == process.Id, TimeSpan.FromSeconds(10)));

        static int Session(int id) => int.Parse(
            File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ')[3], System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static ProcessStartInfo Sleep() => new("node", ["-e", "setInterval(() => {}, 1000)"]);

    private ChildProcesses Open() => new(TestSettings.In(_data));
}
