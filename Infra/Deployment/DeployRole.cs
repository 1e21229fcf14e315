using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Lexicon.Infra.Deployment;

/// <summary>
/// What a workflow becomes: only for this repository, only in a job of the environment <c>dev</c> or <c>prod</c>, which may ask for
/// approval first, and only to become one of the roles that <c>cdk bootstrap</c> made for deploying. See
/// https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect
/// and https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html.
/// </summary>
internal sealed class DeployRole : Construct
{
    private static readonly string[] Environments = ["dev", "prod"];

    // The stacks hold no container images, so the role that publishes those is not among them.
    private static readonly string[] Bootstrapped = ["deploy-role", "file-publishing-role", "lookup-role"];

    public DeployRole(Construct scope, string id, string providerArn, string repository, string region)
        : base(scope, id)
    {
        Role = new Role(this, "Role", new RoleProps
        {
            Description = $"Deploys Lexicon from GitHub: {repository}",

            // An hour is the shortest that IAM takes: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html.
            MaxSessionDuration = Duration.Hours(1),
            AssumedBy = new WebIdentityPrincipal(providerArn, new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object>
                {
                    [$"{GitHub.Issuer}:aud"] = GitHub.Audience,
                    [$"{GitHub.Issuer}:sub"] = Environments.Select(name => $"repo:{repository}:environment:{name}").ToArray(),
                },
            }),
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["Bootstrapped"] = new(new PolicyDocumentProps
                {
                    Statements =
                    [
                        new PolicyStatement(new PolicyStatementProps
                        {
                            Actions = ["sts:AssumeRole"],
                            Resources = [.. Bootstrapped.Select(role => Arn(role, region))],
                        }),
                    ],
                }),
            },
        });
    }

    public Role Role { get; }

    private string Arn(string role, string region) => Stack.Of(this).FormatArn(new ArnComponents
    {
        Service = "iam",
        Region = "",
        Resource = "role",
        ResourceName = $"cdk-{DefaultStackSynthesizer.DEFAULT_QUALIFIER}-{role}-{Aws.ACCOUNT_ID}-{region}",
    });
}
