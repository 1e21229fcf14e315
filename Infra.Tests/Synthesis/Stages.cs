using Amazon.CDK;
using Lexicon.Infra.Cdk;

namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>The templates of both stages, synthesized once for the whole run, with the context of <c>cdk.json</c>.</summary>
internal static class Stages
{
    // The options that go together.
    private static readonly string[] Options =
    [
        "packaging", "architecture", "allowedOrigins", "apiKey", "tableKey", "contributorInsights", "threatProtection", "domainName",
        "hostedZoneId", "hostedZoneName", "waf", "allowedCountries", "dataEvents", "githubRepository",
    ];

    private static readonly Lazy<IReadOnlyList<SynthesizedStage>> Both = new(() => [Synthesize("dev"), Synthesize("prod")]);

    private static readonly Lazy<SynthesizedStage> WithEverything = new(() => Synthesize("full"));

    // Every construct lives in one Node.js process at the other end of one pipe, and its client is made for one thread.
    private static readonly Lock Cdk = new();

    // What the CDK CLI adds to the context, so that these are the templates that it would deploy.
    internal static readonly Dictionary<string, object> OfTheCli = new()
    {
        ["aws:cdk:enable-path-metadata"] = true,
        ["aws:cdk:enable-asset-metadata"] = true,
    };

    // Of this test alone: what a sabotage puts in the place of a stage, and which stages were looked at.
    private static readonly AsyncLocal<Replacement?> Replaced = new();

    static Stages()
    {
        System.Environment.SetEnvironmentVariable("JSII_NODE", NodeJs.Path);

        // The CDK's own validator is a linter: `make lint` runs it, once a stage.
        System.Environment.SetEnvironmentVariable("CDK_VALIDATION", "false");
        var library = CdkLibrary.Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => library.Dispose();
    }

    public static IReadOnlyList<SynthesizedStage> All => [.. Both.Value.Select(Instead)];

    public static SynthesizedStage Dev => Named("dev");

    public static SynthesizedStage Prod => Named("prod");

    /// <summary>Prod with every option of the context that goes together, to see that each does what it says.</summary>
    public static SynthesizedStage Full => Instead(WithEverything.Value);

    /// <summary>Whatever can be deployed: <c>dev</c>, <c>prod</c> and <c>full</c>.</summary>
    public static IReadOnlyDictionary<string, SynthesizedStage> Variants =>
        new Dictionary<string, SynthesizedStage> { ["dev"] = Dev, ["prod"] = Prod, ["full"] = Full };

    /// <summary>The templates of all <see cref="Variants"/>.</summary>
    public static IEnumerable<Template> Templates => Variants.Values.SelectMany(stage => stage.Templates);

    /// <summary>One of <see cref="Variants"/>.</summary>
    public static SynthesizedStage Named(string variant) =>
        Instead(variant == "full" ? WithEverything.Value : Both.Value.Single(stage => stage.Name == variant));

    /// <summary>Does something while other stages stand in the place of some; returns also which stages it looked at.</summary>
    public static (T Result, IReadOnlySet<SynthesizedStage> LookedAt) With<T>(
        IEnumerable<(SynthesizedStage Original, SynthesizedStage Instead)> pairs, Func<T> use)
    {
        var replacement = new Replacement(pairs);
        Replaced.Value = replacement;
        var result = use();
        Replaced.Value = null;
        return (result, replacement.LookedAt);
    }

    /// <summary>
    /// Does something with an app that has the context of <c>cdk.json</c> and the given one, in a folder that is there until then.
    /// </summary>
    public static T WithApp<T>(IEnumerable<(string Name, object Value)> context, Func<App, string, T> use)
    {
        var folder = Directory.CreateTempSubdirectory("lexicon-").FullName;
        try
        {
            return WithApp(folder, context, app => use(app, folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>An option with the value that its declaration gives as the example.</summary>
    public static (string Name, string Value) Example(string option) =>
        (option, ContextOption.All.Single(one => one.Name == option).Example);

    private static SynthesizedStage Instead(SynthesizedStage stage) => Replaced.Value?.Of(stage) ?? stage;

    /// <summary>
    /// Synthesizes <c>dev</c>, <c>prod</c> or <c>full</c> once more, with the whole route table or with some rows of it, and with options.
    /// </summary>
    public static SynthesizedStage Synthesize(
        string variant, IReadOnlyList<Route>? routes = null, params (string Name, string Value)[] more)
    {
        var folder = Directory.CreateTempSubdirectory("lexicon-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);

        var assets = new StageAssets { Functions = FolderWith(folder, "functions"), Site = Repository.File("Site") };
        var outdir = Path.Combine(folder, "cdk.out");
        var (name, options) = variant == "full" ? ("prod", Options) : (variant, []);

        return WithApp(outdir, [("stage", name), .. options.Select(Example), .. more], app =>
        {
            LexiconApp.Compose(app, StageSettings.Read(app.Node) with { Routes = routes ?? Routes.All }, assets);
            app.Synth();
            return SynthesizedStage.Load(name, outdir);
        });
    }

    private static T WithApp<T>(string outdir, IEnumerable<(string Name, object Value)> context, Func<App, T> use)
    {
        var cdk = JsonNode.Parse(File.ReadAllText(Repository.File("cdk.json")))!;
        var flags = cdk["context"].Deserialize<Dictionary<string, JsonElement>>()!
            .Select(flag => KeyValuePair.Create(flag.Key, ValueOf(flag.Value)));
        var all = new Dictionary<string, object>([.. flags, .. OfTheCli]);
        foreach (var (name, value) in context)
        {
            all[name] = value;
        }

        lock (Cdk)
        {
            return use(new App(new AppProps { Outdir = outdir, Context = all }));
        }
    }

    private static string FolderWith(string folder, string content)
    {
        var path = Directory.CreateDirectory(Path.Combine(folder, content)).FullName;
        File.WriteAllText(Path.Combine(path, "content.txt"), content);
        return path;
    }

    /// <summary>A value of a context in JSON, as the CDK takes it.</summary>
    public static object ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.Deserialize<string[]>()!,
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.Object => value.EnumerateObject().ToDictionary(member => member.Name, member => ValueOf(member.Value)),
        _ => value.GetString()!,
    };
}
