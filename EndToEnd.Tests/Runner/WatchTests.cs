using System.Text;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Runner;

/// <summary>
/// <c>make watch</c> in a folder that is laid out as the repository is, with the assembly of the repository. In place of a
/// compiler, a project there packs what the test says.
/// </summary>
[Trait("Where", "Local")]
public sealed class WatchTests : IDisposable
{
    private const string OpenApiVersion = "\"openapi\": \"3.1.0\"";

    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon-watch-").FullName;

    public WatchTests()
    {
        Directory.CreateDirectory(In("data"));
        Folders.Copy(BuildOutput.CloudAssembly, In("cdk.out"));
        Folders.Copy(Repository.File("Site"), In("Site"));
        File.Copy(Repository.File("cdk.json"), In("cdk.json"));
        Directory.CreateDirectory(In("Lambda"));
        Directory.CreateDirectory(In("Infra/bin"));
        Directory.CreateSymbolicLink(In("Infra/bin/app"), Repository.File("Infra", "bin", "app"));
        Folders.Copy(Repository.File("Functions", "bin", "package", "managed"), In("Functions/Operations"));
        Directory.CreateDirectory(In("Functions/Packaging"));
        File.WriteAllText(In("Functions/Packaging/Package.proj"), """
            <Project DefaultTargets="Build">
              <ItemGroup><Package Include="../Operations/**" /></ItemGroup>
              <Target Name="Build">
                <Error Condition="Exists('../Operations/broken')" Text="This does not build." />
                <Copy SourceFiles="@(Package)" DestinationFolder="../bin/package/managed/%(RecursiveDir)" />
              </Target>
            </Project>
            """);
    }

    [Fact]
    public async Task ChangedPage_IsThere_WhenTheOpenPageIsToldToLoadAgain()
    {
        await using var runner = await LocalRunner.WatchAsync(_folder, In("data"));
        using var http = new HttpClient { BaseAddress = runner.Site };
        using var changes = new StreamReader(await http.GetStreamAsync(".local/changes"));
        Assert.Equal(": watching", await changes.ReadLineAsync());

        await File.AppendAllTextAsync(In("Site/index.html"), "<!-- changed -->");

        Assert.Equal("", await changes.ReadLineAsync());
        Assert.Equal("data: changed", await changes.ReadLineAsync());
        Assert.EndsWith("<!-- changed -->", await http.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedPackage_Answers_AndWhatDoesNotBuildIsShown_WhileTheLastVersionServesOn()
    {
        await using var runner = await LocalRunner.WatchAsync(_folder, In("data"));
        using var http = new HttpClient { BaseAddress = runner.Site };
        Assert.Contains(OpenApiVersion, await http.GetStringAsync("/api/openapi.json"), StringComparison.Ordinal);
        var isLive = runner.UntilItSaysAsync("new Code");
        var changed = OpenApiVersion.Replace("3.1.0", "3.1.9", StringComparison.Ordinal);

        await ReplaceAsync(In("Functions/Operations/Lexicon.Functions.dll"), OpenApiVersion, changed);

        await isLive;
        Assert.Contains(changed, await http.GetStringAsync("/api/openapi.json"), StringComparison.Ordinal);
        var runsOn = runner.UntilItSaysAsync("what ran before runs on");

        await File.WriteAllTextAsync(In("Functions/Operations/broken"), "");

        await runsOn;
        Assert.Contains("This does not build.", runner.Output, StringComparison.Ordinal);
        Assert.Contains(changed, await http.GetStringAsync("/api/openapi.json"), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string In(string path) => Path.Combine(_folder, path);

    // The document is a resource of the assembly, as it stands in its file.
    private static async Task ReplaceAsync(string file, string old, string text)
    {
        var content = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
        Assert.Contains(old, content, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(file, Encoding.Latin1.GetBytes(content.Replace(old, text, StringComparison.Ordinal)));
    }
}
