using Amazon.CDK;
using Lexicon.Infra;

// One stage a synthesis: `-c stage=prod` picks the other one. What it deploys was built before (cdk.json: build).
var app = new App();

LexiconApp.Compose(app, new StageAssets
{
    Functions = "Functions/bin/package/managed",
    Site = "Site",
});

app.Synth();
