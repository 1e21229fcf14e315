namespace Lexicon.Infra.Tests.Updates;

/// <summary>The program that <c>cdk synth</c> runs, as a process of its own.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lexicon-");

    private DirectoryInfo Temporary => _folder.CreateSubdirectory("temporary");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Synthesis_WritesTheSameTemplatesAgain_AndAManifest_AndLeavesTheLibraryNowhere()
    {
        // The package that the other tests have, so that these are the same assets.
        var package = _folder.CreateSubdirectory("Functions/bin/package/managed").FullName;
        await File.WriteAllTextAsync(Path.Combine(package, "content.txt"), "functions");
        _ = Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "Site"), Repository.File("Site"));

        var run = await RunAsync("dev");

        Assert.True(run.ExitCode is 0, run.Errors);
        Assert.Equal(("", ""), (run.Output, run.Errors));
        Assert.All(Stages.Dev.Templates, template => Assert.Equal(
            File.ReadAllBytes(template.Path), File.ReadAllBytes(Output(Path.GetFileName(template.Path)))));
        Assert.False(File.Exists(Output("tree.json")));
        Assert.DoesNotContain("aws:cdk:logicalId", await File.ReadAllTextAsync(Output("manifest.json")), StringComparison.Ordinal);

        // The CDK's own, of the site's pages.
        Assert.All(Temporary.EnumerateFileSystemInfos(), left => Assert.StartsWith("s3-deployment", left.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refusal_IsOneLine_AndLeavesNothing()
    {
        var run = await RunAsync("staging");

        Assert.Equal("Context option stage is 'staging'; it must be dev or prod.", run.Errors.TrimEnd());
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Empty(Temporary.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task Failure_IsToldWhole_AndLeavesNothing()
    {
        var run = await RunAsync("dev");

        Assert.Contains(Path.Combine("Functions", "bin", "package", "managed"), run.Errors, StringComparison.Ordinal);
        Assert.Contains("   at Lexicon.Infra.", run.Errors, StringComparison.Ordinal);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Empty(Temporary.EnumerateFileSystemInfos());
    }

    private string Output(string file) => Path.Combine(_folder.FullName, "cdk.out", file);

    private Task<ProgramRun> RunAsync(string stage)
    {
        var context = JsonNode.Parse(File.ReadAllText(Repository.File("cdk.json")))!["context"]!;
        context["stage"] = stage;
        foreach (var (name, value) in Stages.OfTheCli)
        {
            context[name] = (bool)value;
        }

        return ProgramRun.ToItsEndAsync(new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Lexicon.Infra.dll")])
        {
            WorkingDirectory = _folder.FullName,
            Environment =
            {
                ["JSII_NODE"] = NodeJs.Path, ["CDK_CONTEXT_JSON"] = context.ToJsonString(), ["CDK_OUTDIR"] = Output(""),
                ["TMPDIR"] = Temporary.FullName, ["TMP"] = Temporary.FullName,
            },
        });
    }
}
