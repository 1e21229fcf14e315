using Lexicon.Local.Hosting;

namespace Lexicon.Local.Tests.Hosting;

public sealed class FirstStartTests
{
    [Fact]
    public async Task Command_ReachesTheSitePastAnyProxy()
    {
        if (OperatingSystem.IsWindows())
        {
            // There is no shell to ask there.
            return;
        }

        var data = Directory.CreateTempSubdirectory("lexicon-first-");
        try
        {
            var (script, told) = (Path.Combine(data.FullName, "script.sh"), Path.Combine(data.FullName, "told"));
            await File.WriteAllTextAsync(script, $"echo \"$no_proxy $NO_PROXY $BASE_URL\" > {told}");
            var settings = TestSettings.In(data.FullName) with { FirstStart = $"sh {script}" };

            await FirstStart.RunAsync(settings, Endpoints.From(9200), new TestProcesses(), default);

            var words = (await File.ReadAllTextAsync(told)).Trim().Split(' ');
            Assert.EndsWith("localhost,127.0.0.1,::1", words[0], StringComparison.Ordinal);
            Assert.EndsWith("localhost,127.0.0.1,::1", words[1], StringComparison.Ordinal);
            Assert.Equal("http://localhost:9200", words[2]);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
