using Amazon.CDK;
using Constructs;

namespace Lexicon.Infra.Deployment;

/// <summary>
/// Lets the workflows of one GitHub repository deploy, without a key that somebody could steal: they show a token that GitHub
/// signs for one run. Each stage has a role of its own, so that a job of dev cannot deploy prod. An account has the stack once. See
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html.
/// </summary>
internal sealed class DeploymentStack : Stack
{
    private static readonly string[] Stages = ["dev", "prod"];

    public DeploymentStack(Construct scope, StageSettings settings)
        : base(scope, "Lexicon-Deployment", new StackProps
        {
            Description = "Lexicon: who may deploy",
            Env = new Amazon.CDK.Environment { Region = settings.Region },
            TerminationProtection = true,
        })
    {
        var github = new GitHub(this, "GitHub", settings.Options.GitHubIssuerExists);
        foreach (var stage in Stages)
        {
            var role = new DeployRole(this, $"Deploy-{stage}", github.ProviderArn, stage, settings);
            _ = new CfnOutput(this, $"DeployRoleArn-{stage}", new CfnOutputProps
            {
                Value = role.Role.RoleArn,
                Description =
                    $"The role that .github/workflows/deploy.yml assumes: its variable DEPLOY_ROLE_ARN_{stage.ToUpperInvariant()}",
            });
        }

        Amazon.CDK.Tags.Of(this).Add("application", "lexicon");
    }
}
