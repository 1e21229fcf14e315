using Amazon.CDK;
using Constructs;

namespace Lexicon.Infra.Deployment;

/// <summary>
/// Lets the workflows of one GitHub repository deploy, without a key that somebody could steal: they show a token that GitHub
/// signs for one run. An account has it once. See
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html.
/// </summary>
internal sealed class DeploymentStack : Stack
{
    public DeploymentStack(Construct scope, StageSettings settings, string repository)
        : base(scope, "Lexicon-Deployment", new StackProps
        {
            Description = "Lexicon: who may deploy",
            Env = new Amazon.CDK.Environment { Region = settings.Region },
            TerminationProtection = true,
        })
    {
        var github = new GitHub(this, "GitHub", settings.Options.GitHubIssuerExists);
        var role = new DeployRole(this, "Deploy", github.ProviderArn, repository, settings.Region);

        Amazon.CDK.Tags.Of(this).Add("application", "lexicon");

        _ = new CfnOutput(this, "DeployRoleArn", new CfnOutputProps
        {
            Value = role.Role.RoleArn,
            Description = "The role that .github/workflows/deploy.yml assumes: its variable DEPLOY_ROLE_ARN",
        });
    }
}
