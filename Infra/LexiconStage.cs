using Amazon.CDK;
using Constructs;
using Lexicon.Infra.Api;
using Lexicon.Infra.Data;
using Lexicon.Infra.Operations;
using Lexicon.Infra.Site;

namespace Lexicon.Infra;

/// <summary>
/// Everything that one stage deploys. Arrows run Data -> Api -> Site -> Operations and nothing refers forward, so the stacks are
/// created, updated and removed in one known order.
/// </summary>
internal sealed class LexiconStage : Stage
{
    public LexiconStage(Construct scope, StageSettings settings, StageAssets assets)
        : base(scope, settings.StageName, new StageProps { Env = In(settings.Region) })
    {
        var data = new DataStack(this, settings);
        var api = new ApiStack(this, settings, data, assets.Functions);
        var site = new SiteStack(this, settings, data, api, assets.Site);
        _ = new OperationsStack(this, settings, data, api, site);

        Labels.Add(this, settings);
        foreach (var stack in Node.Children.OfType<Stack>())
        {
            ProviderFunctions.Update(stack, settings);

            // In prod no stack is deleted before a person has taken its protection away.
            stack.TerminationProtection = settings.KeepsData;
        }
    }

    // The account is whichever deploys: naming it here would tie the templates to it.
    private static Amazon.CDK.Environment In(string region) => new() { Region = region };
}
