namespace Lexicon.Infra.Tests.Deployment;

/// <summary>With <c>githubRepository=example/lexicon</c>: who may deploy, and what that lets him do.</summary>
public sealed class DeployRoleTests
{
    private const string Claim = "token.actions.githubusercontent.com";

    private static Template Deployment => Stages.Full.Stack("Deployment");

    private static Resource Role => Deployment.Only("AWS::IAM::Role");

    [Theory, InlineData("dev"), InlineData("prod")]
    public void NobodyDeploysFromGitHub_UnlessARepositoryIsNamed(string stage) =>
        Assert.DoesNotContain(Stages.Named(stage).Templates, template => template.Stack == "Deployment");

    // No thumbprint is pinned: IAM trusts the certificate authority by itself.
    [Fact]
    public void Provider_IsGitHub_AndItsTokensAreForSts() => Deployment.Only("AWS::IAM::OIDCProvider").Says(
        ("Url", $"https://{Claim}"), ("ClientIdList", "sts.amazonaws.com"), ("ThumbprintList", ""));

    [Fact]
    public void Role_IsAssumedByThisRepositoryInTheEnvironmentsDevAndProdOnly_ForAnHour()
    {
        Assert.Equal(
            $"Allow {Deployment.Only("AWS::IAM::OIDCProvider").Arn} sts:AssumeRoleWithWebIdentity on  if StringEquals "
            + $"{Claim}:aud sts.amazonaws.com and "
                + $"StringEquals {Claim}:sub repo:example/lexicon:environment:dev, repo:example/lexicon:environment:prod",
            Assert.Single(Statement.Of(Role["AssumeRolePolicyDocument"])).WithPrincipal());
        Role.Says(("MaxSessionDuration", "3600"));
        Assert.Equal(Role.Arn, Deployment.Output("DeployRoleArn"));
    }

    [Fact]
    public void Role_MayOnlyBecomeTheBootstrappedRolesOfThisAccountAndRegion() => Assert.Equal(
        [
            "sts:AssumeRole on " + string.Join(", ", ((string[])["deploy", "file-publishing", "lookup"]).Select(role =>
                $"arn:aws:iam::${{AWS::AccountId}}:role/cdk-hnb659fds-{role}-role-${{AWS::AccountId}}-us-east-1")),
        ],
        Statement.Of(Role, Deployment).Select(statement => $"{statement}"));

    // A workflow that lost its role could not put it back.
    [Fact]
    public void Stack_IsProtectedFromTermination_AndHoldsNothingElse()
    {
        Assert.True((bool?)Stages.Full.Manifest["artifacts"]![Deployment.Artifact]!["properties"]!["terminationProtection"]);
        Assert.Equal(2, Deployment.Resources.Count);
    }

    [Fact]
    public void IssuerThatTheAccountKnows_IsNotAddedAgain()
    {
        var resources = Stages.WithApp([("githubIssuer", "existing")], (app, folder) =>
        {
            var stack = new Infra.Deployment.DeploymentStack(app, StageSettings.Read(app.Node), "example/lexicon");
            app.Synth();
            return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, stack.TemplateFile)))!["Resources"]!.AsObject();
        });

        Assert.Contains(
            ":oidc-provider/token.actions.githubusercontent.com", Assert.Single(resources).Value!.ToJsonString(), StringComparison.Ordinal);
    }
}
