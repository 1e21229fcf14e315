using Amazon.CDK;
using Lexicon.Infra.Account;
using Lexicon.Infra.Deployment;

namespace Lexicon.Infra;

/// <summary>The whole app: what an account has once, and the one stage that the context names.</summary>
internal static class LexiconApp
{
    /// <summary>Adds everything to the app.</summary>
    public static void Compose(App app, StageSettings settings, StageAssets assets)
    {
        var account = settings.Options.GatewayLogRoleExists ? null : new AccountStack(app, settings);
        if (settings.Options.GitHubRepository is not [])
        {
            _ = new DeploymentStack(app, settings);
        }

        _ = new LexiconStage(app, settings, assets, account);
    }
}
