using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Hosting;
using Lexicon.Local.Tests.Hosting;
using Lexicon.Local.Watching;

namespace Lexicon.Local.Tests.OneCheck;

/// <summary>
/// An app of one stack with resources of most types, <c>app.json</c>, and a mistake in it. It has no table and no user pool, so a start
/// that is not refused runs to its end without a process.
/// </summary>
internal sealed class SampleApp : IDisposable
{
    private static readonly string Text = File.ReadAllText(Repository.File("Local.Tests", "OneCheck", "app.json"));
    private static readonly Endpoints Somewhere = Endpoints.From(9200);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lexicon-one-check-");

    /// <summary>The template, which a test changes.</summary>
    public static JsonObject Template() => JsonNode.Parse(Text)!.AsObject();

    /// <summary>What <c>--explain</c> refuses.</summary>
    public async Task<string[]> ExplainAsync(JsonObject template)
    {
        await using var cloud = new Cloud(Settings, Assembly(template), Somewhere, new NoProcesses());
        return [.. cloud.Check().Refused.Select(finding => finding.Line)];
    }

    /// <summary>What a start refuses.</summary>
    public async Task<string[]> StartAsync(JsonObject template)
    {
        try
        {
            await using var running = await RunningCloud.StartAsync(
                Settings, Assembly(template), Somewhere, new NoProcesses(), CancellationToken.None);
            return [];
        }
        catch (StartupException refusal)
        {
            return refusal.Lines is [] ? [refusal.Message] : refusal.Lines;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Settings Settings => TestSettings.In(_folder.FullName) with { Sandbox = SandboxMode.Off };

    private CloudAssembly Assembly(JsonObject template) =>
        new(_folder.FullName, [new Stack("App", template, new Dictionary<string, string>())], new OneAsset(_folder.FullName));

    private sealed class OneAsset(string folder) : IAssets
    {
        public Asset Find(string bucket, string key) => key == "code.zip"
            ? new Asset(folder, IsFolder: true, "hash")
            : throw new StartupException($"no asset of the cloud assembly is uploaded to s3://{bucket}/{key}");
    }
}
