using Amazon.CDK;
using Constructs;
using Lexicon.Infra.Account;
using Lexicon.Infra.Api;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Data;
using Lexicon.Infra.Events;
using Lexicon.Infra.Live;
using Lexicon.Infra.Monitoring;
using Lexicon.Infra.Site;

namespace Lexicon.Infra;

/// <summary>
/// Everything that one stage deploys. Arrows run Data -> Events -> Api -> Live -> Site -> Operations and nothing refers forward, so the
/// stacks are created, updated and removed in one known order. It is a plain construct: the app has one stage at a time, and CDK's own
/// <c>Stage</c>, made for several, would have every template resolved once more.
/// </summary>
internal sealed class LexiconStage : Construct
{
    public LexiconStage(Construct scope, StageSettings settings, StageAssets assets, AccountStack? account)
        : base(scope, settings.StageName)
    {
        var data = new DataStack(this, settings);
        var events = new EventsStack(this, settings, data, assets.Functions);
        var api = new ApiStack(this, settings, data, events, assets.Functions);
        var live = new LiveStack(this, settings, data, assets.Functions);

        // API Gateway refuses a stage that logs for as long as the account has no role to log with:
        // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html.
        if (account is not null)
        {
            api.AddStackDependency(account);
            live.AddStackDependency(account);
        }

        var site = new SiteStack(this, settings, data, api, live, assets.Site);
        _ = new OperationsStack(this, settings, data, events, api, live, site);

        StageTags.Add(this, settings);
        foreach (var stack in Node.Children.OfType<Stack>())
        {
            CdkProviderFunctions.Complete(stack, settings);

            // In prod no stack is deleted before a person has taken its protection away.
            stack.TerminationProtection = settings.KeepsData;
        }
    }
}
