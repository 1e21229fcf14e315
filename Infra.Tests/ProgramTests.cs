using System.Diagnostics;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>The program that <c>cdk synth</c> runs, as a process of its own.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lexicon-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Refusal_IsOneLine_AndNothingIsLeftInTheTemporaryFolder()
    {
        var temporary = _folder.CreateSubdirectory("temporary");
        var run = await Finished.RunAsync(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Lexicon.Infra.dll")])
        {
            Environment =
            {
                ["JSII_NODE"] = NodeJs.Path,
                ["CDK_CONTEXT_JSON"] = """{"stage":"staging"}""",
                ["CDK_OUTDIR"] = Path.Combine(_folder.FullName, "cdk.out"),
                ["TMPDIR"] = temporary.FullName,
                ["TMP"] = temporary.FullName,
            },
        });

        Assert.Equal("Context stage is 'staging'; there are dev and prod.", run.Errors.TrimEnd());
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Empty(temporary.EnumerateFileSystemInfos());
    }
}
