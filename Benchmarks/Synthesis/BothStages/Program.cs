using Amazon.CDK;
using Lexicon.Infra;

// As Infra's own program, for one stage after the other; CDK_OUTDIR is where both go, each into a folder of its own.
var outdir = System.Environment.GetEnvironmentVariable("CDK_OUTDIR")!;
foreach (var stage in new[] { "dev", "prod" })
{
    var app = new App(new AppProps
    {
        Outdir = Path.Combine(outdir, stage),
        Context = new Dictionary<string, object> { ["stage"] = stage },
    });
    LexiconApp.Compose(app, new StageAssets { Functions = "Functions/bin/package/managed", Site = "Site" });
    app.Synth();
}
