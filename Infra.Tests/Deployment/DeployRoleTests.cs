namespace Lexicon.Infra.Tests.Deployment;

/// <summary>With <c>githubRepository=example/lexicon</c>: who may deploy, and what that lets him do.</summary>
public sealed class DeployRoleTests
{
    private const string Claim = "token.actions.githubusercontent.com";

    private static Template Deployment => Stages.Full.Stack("Deployment");

    public static TheoryData<string, string, string> Subjects => new()
    {
        // As the repository is named, the subject of a token, the stage that it deploys.
        { "example/lexicon", "repo:example/lexicon:environment:dev", "dev" },
        { "example/lexicon", "repo:example/lexicon:environment:prod", "prod" },
        { "example/lexicon", "repo:example@1/lexicon@22:environment:dev", "" },
        { "example/lexicon", "repo:other/lexicon:environment:dev", "" },
        { "example/lexicon", "repo:example/lexicon-fork:environment:prod", "" },
        { "example/lexicon", "repo:example/lexicon:environment:production", "" },
        { "example/lexicon", "repo:example/lexicon:environment:prod:ref:refs/heads/main", "" },
        { "example/lexicon", "repo:example/lexicon:ref:refs/heads/main", "" },
        { "example/lexicon", "repo:example/lexicon:pull_request", "" },
        { "example/lexicon", "repo:EXAMPLE/lexicon:environment:dev", "" },
        { "example@1/lexicon@22", "repo:example@1/lexicon@22:environment:dev", "dev" },
        { "example@1/lexicon@22", "repo:example@1/lexicon@22:environment:prod", "prod" },
        { "example@1/lexicon@22", "repo:example/lexicon:environment:dev", "" },
        { "example@1/lexicon@22", "repo:example@1/lexicon@23:environment:dev", "" },
        { "example@1/lexicon@22", "repo:example@2/lexicon@22:environment:prod", "" },
        { "example@1/lexicon@22", "repo:example@1/lexicon@22:ref:refs/heads/main", "" },
        { "example/lexicon,example@1/lexicon@22", "repo:example/lexicon:environment:prod", "prod" },
        { "example/lexicon,example@1/lexicon@22", "repo:example@1/lexicon@22:environment:dev", "dev" },
    };

    [Theory, InlineData("dev"), InlineData("prod")]
    public void NobodyDeploysFromGitHub_UnlessARepositoryIsNamed(string stage) =>
        Assert.DoesNotContain(Stages.Named(stage).Templates, template => template.Stack == "Deployment");

    // No thumbprint is pinned: IAM trusts the certificate authority by itself.
    [Fact]
    public void Provider_IsGitHub_AndItsTokensAreForSts() => Deployment.Only("AWS::IAM::OIDCProvider").Says(
        ("Url", $"https://{Claim}"), ("ClientIdList", "sts.amazonaws.com"), ("ThumbprintList", ""));

    [Theory, MemberData(nameof(Subjects))]
    public void Token_DeploysTheStageOfItsEnvironment_AndNoOther(string repository, string subject, string stage)
    {
        var resources = repository is "example/lexicon" ? Deployment.Resources : Synthesized(repository, "new");

        Assert.Equal(
            stage is "" ? [] : [stage],
            from role in resources
            where role.Type == "AWS::IAM::Role"
            let trust = Assert.Single(role["AssumeRolePolicyDocument"]!["Statement"]!.AsArray())!
            where (string?)trust["Action"] == "sts:AssumeRoleWithWebIdentity"
            let test = Assert.Single(trust["Condition"]!.AsObject())
            where test.Key == "StringEquals" && (string?)test.Value![$"{Claim}:aud"] == "sts.amazonaws.com"
            where OneOrMore(test.Value[$"{Claim}:sub"]).Contains(subject)
            select role.LogicalId.StartsWith("Deploydev", StringComparison.Ordinal) ? "dev" : "prod");
    }

    [Theory, InlineData("dev"), InlineData("prod")]
    public void Role_DeploysTheStacksOfItsStage_AndNoOthers(string stage)
    {
        var role = Deployment.OfType("AWS::IAM::Role").Single(
            role => role.LogicalId.StartsWith($"Deploy{stage}", StringComparison.Ordinal));

        role.Says(("MaxSessionDuration", "3600"));
        Assert.Equal(
            [
                $"cloudformation on arn:aws:cloudformation:us-east-1:${{AWS::AccountId}}:stack/Lexicon-{stage}-*/*",
                $"sts on {Bootstrapped("file-publishing-role")}, {Bootstrapped("lookup-role")}",
                "s3 on arn:aws:s3:::cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1/*",
                "ssm on arn:aws:ssm:us-east-1:${AWS::AccountId}:parameter/cdk-bootstrap/hnb659fds/version",
                $"iam on {Bootstrapped("cfn-exec-role")} if StringEquals iam:PassedToService cloudformation.amazonaws.com",
            ],
            Statement.Of(role, Deployment).Select(statement =>
                $"{string.Join(", ", statement.Actions.Select(action => action.Split(':')[0]).Distinct())} on "
                    + string.Join(", ", statement.Resources) + (statement.Condition is "" ? "" : $" if {statement.Condition}")));
        Assert.Equal(role.Arn, Deployment.Output($"DeployRoleArn{stage}"));
    }

    // A workflow that lost its role could not put it back.
    [Fact]
    public void Stack_IsProtectedFromTermination_AndHoldsNothingElse()
    {
        Assert.True((bool?)Stages.Full.Manifest["artifacts"]![Deployment.Artifact]!["properties"]!["terminationProtection"]);
        Assert.Equal(3, Deployment.Resources.Count);
    }

    [Fact]
    public void IssuerThatTheAccountKnows_IsNotAddedAgain()
    {
        var resources = Synthesized("example/lexicon", "existing");

        Assert.All(resources, resource => Assert.Contains(
            ":oidc-provider/token.actions.githubusercontent.com", resource.Json.ToJsonString(), StringComparison.Ordinal));
        Assert.Equal(2, resources.Count);
    }

    private static string Bootstrapped(string role) =>
        $"arn:aws:iam::${{AWS::AccountId}}:role/cdk-hnb659fds-{role}-${{AWS::AccountId}}-us-east-1";

    private static IEnumerable<string> OneOrMore(JsonNode? node) =>
        node is JsonArray several ? several.Select(one => (string)one!) : [(string)node!];

    private static IReadOnlyList<Resource> Synthesized(string repository, string issuer) => Stages.WithApp(
        [("githubRepository", repository), ("githubIssuer", issuer)],
        (app, folder) =>
        {
            var stack = new Infra.Deployment.DeploymentStack(app, StageSettings.Read(app.Node));
            app.Synth();
            var json = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, stack.TemplateFile)))!.AsObject();
            return new Template("", "Deployment", "", "", [], json).Resources;
        });
}
