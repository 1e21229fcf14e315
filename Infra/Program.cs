using Amazon.CDK;
using Lexicon.Infra;

// One stage a synthesis: `-c stage=prod` picks the other one. What it deploys was built before (cdk.json).
var app = new App();

LexiconApp.Compose(app, new StageAssets
{
    Functions = $"Functions/bin/package/{new Context(app.Node).OneOf("packaging", "managed", "native")}",
    Site = "Site",
});

app.Synth();
