using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CDK;

namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>The templates of both stages, synthesized once for the whole run, with the context of <c>cdk.json</c>.</summary>
internal static class Stages
{
    private static readonly Lazy<SynthesizedStage> s_dev = new(() => Synthesize("dev"));
    private static readonly Lazy<SynthesizedStage> s_prod = new(() => Synthesize("prod"));

    // What the CDK CLI adds to the context, so that these are the templates that it would deploy.
    private static readonly Dictionary<string, object> s_ofTheCli = new()
    {
        ["aws:cdk:enable-path-metadata"] = true,
        ["aws:cdk:enable-asset-metadata"] = true,
    };

    static Stages() => System.Environment.SetEnvironmentVariable("JSII_NODE", NodeJs.Path);

    public static SynthesizedStage Dev => s_dev.Value;

    public static SynthesizedStage Prod => s_prod.Value;

    public static IReadOnlyList<SynthesizedStage> All => [Dev, Prod];

    public static SynthesizedStage Named(string name) => All.Single(stage => stage.Name == name);

    /// <summary>An app with the context of <c>cdk.json</c> and the given one.</summary>
    public static App NewApp(string outdir, IEnumerable<KeyValuePair<string, object>> context)
    {
        var cdk = JsonNode.Parse(File.ReadAllText(Repository.File("cdk.json")))!;
        var flags = cdk["context"].Deserialize<Dictionary<string, JsonElement>>()!
            .Select(flag => KeyValuePair.Create(flag.Key, ValueOf(flag.Value)));
        return new App(new AppProps { Outdir = outdir, Context = new Dictionary<string, object>([.. flags, .. s_ofTheCli, .. context]) });
    }

    private static SynthesizedStage Synthesize(string name)
    {
        var folder = Directory.CreateTempSubdirectory("lexicon-").FullName;
        var assets = new StageAssets { Functions = FolderWith(folder, "functions"), Site = FolderWith(folder, "site") };
        var outdir = Path.Combine(folder, "cdk.out");

        var app = NewApp(outdir, [KeyValuePair.Create<string, object>("stage", name)]);
        _ = new LexiconStage(app, StageSettings.Read(app.Node), assets);
        app.Synth();

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return SynthesizedStage.Load(name, outdir);
    }

    private static string FolderWith(string folder, string content)
    {
        var path = Directory.CreateDirectory(Path.Combine(folder, content)).FullName;
        File.WriteAllText(Path.Combine(path, "content.txt"), content);
        return path;
    }

    private static object ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.Deserialize<string[]>()!,
        _ => value.GetString()!,
    };
}
