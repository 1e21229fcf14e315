using System.Diagnostics;
using Amazon.CDK;
using Lexicon.Infra;

// One stage a process, as Infra's own program, and both at once: the CDK's library is at the other end of one pipe, where one call
// waits for the last. CDK_OUTDIR is where both go, each into a folder of its own.
var stage = args is [var named] ? named : "dev";
using var other = args is []
    ? Process.Start(System.Environment.ProcessPath!, [System.Environment.GetCommandLineArgs()[0], "prod"])
    : null;

var app = new App(new AppProps
{
    TreeMetadata = false,
    Outdir = Path.Combine(System.Environment.GetEnvironmentVariable("CDK_OUTDIR")!, stage),
    Context = new Dictionary<string, object> { ["stage"] = stage },
});
LexiconApp.Compose(app, new StageAssets { Functions = "Functions/bin/package/managed", Site = "Site" });
app.Synth();

other?.WaitForExit();
return other?.ExitCode ?? 0;
