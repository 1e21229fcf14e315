using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Security;

namespace Lexicon.Infra.Deployment;

/// <summary>
/// What a workflow becomes to deploy one stage: only in a job of this repository and of the environment that is named as the stage,
/// which may ask for approval first. It may do what the deploy role of <c>cdk bootstrap</c> may, but with the stacks of its own stage
/// alone: CDK's command line goes on with it where that role cannot be assumed. See
/// https://docs.github.com/en/actions/reference/security/oidc and https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html.
/// </summary>
internal sealed class DeployRole : Construct
{
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html
    private static readonly string[] WithItsStacks =
    [
        "CreateChangeSet", "DeleteChangeSet", "ExecuteChangeSet", "CreateStack", "UpdateStack", "RollbackStack", "ContinueUpdateRollback",
        "UpdateTerminationProtection", "DescribeChangeSet", "DescribeStacks", "DescribeStackEvents", "DescribeStackResources",
        "DescribeEvents", "ListStackResources", "GetTemplate", "GetTemplateSummary",
    ];

    public DeployRole(Construct scope, string id, string providerArn, string stage, StageSettings settings)
        : base(scope, id)
    {
        var (bootstrap, repository) = (settings.Bootstrap, settings.Options.GitHubRepository);
        Role = new Role(this, "Role", new RoleProps
        {
            Description = $"Deploys {stage} of Lexicon from GitHub: {string.Join(", ", repository)}",

            // An hour is the shortest that IAM takes: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html.
            MaxSessionDuration = Duration.Hours(1),
            AssumedBy = new WebIdentityPrincipal(providerArn, new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object>
                {
                    [$"{GitHub.Issuer}:aud"] = GitHub.Audience,
                    [$"{GitHub.Issuer}:sub"] = repository.Select(name => $"repo:{name}:environment:{stage}").ToArray(),
                },
            }),
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["Stacks"] = PolicyDocuments.Allow(
                [
                    Statement(WithItsStacks.Select(action => $"cloudformation:{action}"), Stacks(Aws.ACCOUNT_ID)),
                    Statement(["sts:AssumeRole"], bootstrap.Role("file-publishing-role"), bootstrap.Role("lookup-role")),

                    // CloudFormation reads the template from the bucket, and the bootstrap's version, as whoever calls it.
                    Statement(["s3:GetObject"], $"{bootstrap.AssetsArn}/*"),
                    Statement(["ssm:GetParameter", "ssm:GetParameters"], bootstrap.VersionParameterArn),
                    new PolicyStatementProps
                    {
                        Actions = ["iam:PassRole"],
                        Resources = [bootstrap.Role("cfn-exec-role")],
                        Conditions = new Dictionary<string, object>
                        {
                            ["StringEquals"] = new Dictionary<string, string>
                            {
                                ["iam:PassedToService"] = "cloudformation.amazonaws.com",
                            },
                        },
                    },
                    .. bootstrap.Decrypt(),
                ]),
            },
        });
        Role.Waive(
            new Waiver("AwsSolutions-IAM5", "The id of a stack comes with its creation: each stack whose name begins with the stage's.",
                $"Resource::{Stacks("<AWS::AccountId>")}"),
            new Waiver(
                "AwsSolutions-IAM5",
                "A template's key is its hash, which changes with each deployment.",
                $"Resource::arn:aws:s3:::{bootstrap.AssetsOf("<AWS::AccountId>")}/*"));

        string Stacks(string account) => $"arn:aws:cloudformation:{bootstrap.Region}:{account}:stack/Lexicon-{stage}-*/*";
    }

    public Role Role { get; }

    private static PolicyStatementProps Statement(IEnumerable<string> actions, params string[] resources) =>
        new() { Actions = [.. actions], Resources = resources };
}
