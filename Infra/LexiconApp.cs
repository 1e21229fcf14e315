using Amazon.CDK;
using Lexicon.Functions;
using Lexicon.Infra.Account;
using Lexicon.Infra.Deployment;

namespace Lexicon.Infra;

/// <summary>The whole app: what an account has once, and the one stage that the context names.</summary>
internal static class LexiconApp
{
    /// <summary>Adds everything to the app: with <paramref name="routes"/>, as it is before a row of the route table is there.</summary>
    /// <exception cref="RefusedContextException">A value of the context cannot be.</exception>
    public static void Compose(App app, StageAssets assets, IReadOnlyList<Route>? routes = null)
    {
        var settings = StageSettings.Read(app.Node) with { Routes = routes ?? Routes.All };
        var account = new AccountStack(app, settings);
        if (settings.Options.GitHubRepository is { } repository)
        {
            _ = new DeploymentStack(app, settings.Region, repository);
        }

        _ = new LexiconStage(app, settings, assets, account);
    }
}
