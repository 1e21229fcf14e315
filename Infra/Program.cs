using Amazon.CDK;
using Lexicon.Functions;
using Lexicon.Infra;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Context;
using Lexicon.Infra.Security;
using Lexicon.Infra.Site;

if (args is ["pages", var source, var target])
{
    // make watch needs the pages at once, each time that it sends a line, and no template.
    while (Console.ReadLine() is not null)
    {
        HashedPages.Write(source, target);
        Console.WriteLine(target);
    }

    return 0;
}

try
{
    // Where the command line puts it: https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/cx-api/lib/cxapi.ts.
    ContextNames.Check(System.Environment.GetEnvironmentVariable("CDK_CONTEXT_JSON"));
    using var library = CdkLibrary.Start();

    // One stage a synthesis: `-c stage=prod` picks the other one. What it deploys was built before (cdk.json).
    // Nothing here reads the tree of constructs that CDK would write beside the templates, nor their paths in the manifest, which
    // take it a while.
    var app = new App(new AppProps
    {
        TreeMetadata = false,
        Context = new Dictionary<string, object> { ["aws:cdk:disable-logicalId-metadata"] = true },
    });

    var settings = StageSettings.Read(app.Node);
    LexiconApp.Compose(app, settings, new StageAssets
    {
        Functions = $"Functions/bin/package/{(settings.Options.IsNative ? "native" : "managed")}",
        Site = "Site",
    });

    Permissions.EnsureComplete([.. Routes.Handled.Select(route => route.Operation), .. Reactions.All.Select(reaction => reaction.Name)]);
    app.Synth();
    return 0;
}
catch (Exception failure)
{
    // Caught so that the library is ended, which it is not after an exception that nobody catches. A refusal says all there is to say.
    Console.Error.WriteLine(failure is RefusedContextException or IncompletePermissionsException ? failure.Message : failure);
    return 1;
}
