using Amazon.CDK;
using Amazon.JSII.Runtime.Services;
using Lexicon.Infra;
using Microsoft.Extensions.Logging.Abstractions;

// The CDK's library is in Node, and its thirty thousand types in .NET are looked at one by one before the first call to it: they are
// loaded here, while Node starts. The logger of what is between both is left out: it says nothing, and takes longer than any stack.
_ = Task.Run(typeof(App).Assembly.GetTypes);
ServiceContainer.ServiceProviderOverride = ServiceContainer.BuildServiceProvider(NullLoggerFactory.Instance);

// One stage a synthesis: `-c stage=prod` picks the other one. What it deploys was built before (cdk.json).
// Nothing here reads the tree of constructs that CDK would write beside the templates, which takes it a while.
var app = new App(new AppProps { TreeMetadata = false });

LexiconApp.Compose(app, new StageAssets
{
    Functions = $"Functions/bin/package/{new Context(app.Node).OneOf("packaging", "managed", "native")}",
    Site = "Site",
});

app.Synth();
