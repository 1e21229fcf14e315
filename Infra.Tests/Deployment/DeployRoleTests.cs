using System.Text.Json.Nodes;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Deployment;

/// <summary>With <c>githubRepository=example/lexicon</c>: who may deploy, and what that lets him do.</summary>
public sealed class DeployRoleTests
{
    private const string Claim = "token.actions.githubusercontent.com";

    private static Template Deployment => Stages.Full.Stack("Deployment");

    private static Resource Role => Deployment.Only("AWS::IAM::Role");

    [Theory]
    [InBothStages]
    public void NobodyDeploysFromGitHub_UnlessARepositoryIsNamed(string stage) =>
        Assert.DoesNotContain(Stages.Named(stage).Templates, template => template.Stack == "Deployment");

    [Fact]
    public void Provider_IsGitHub_AndItsTokensAreForSts()
    {
        var provider = Deployment.Only("AWS::IAM::OIDCProvider");

        Assert.Equal($"https://{Claim}", provider.Text("Url"));
        Assert.Equal(["sts.amazonaws.com"], provider.Texts("ClientIdList"));
    }

    [Fact]
    public void NoThumbprintIsPinned_SinceIamTrustsTheCertificateAuthorityByItself() =>
        Assert.Null(Deployment.Only("AWS::IAM::OIDCProvider")["ThumbprintList"]);

    [Fact]
    public void Role_IsAssumedByThisRepositoryInTheEnvironmentsDevAndProdOnly()
    {
        var trust = Assert.Single(Statement.Of(Role["AssumeRolePolicyDocument"]));

        Assert.Equal(("Allow", $"${{{Deployment.Only("AWS::IAM::OIDCProvider").LogicalId}.Arn}}"), (trust.Effect, trust.Principal));
        Assert.Equal(["sts:AssumeRoleWithWebIdentity"], trust.Actions);
        Assert.Equal(
            $"StringEquals {Claim}:aud sts.amazonaws.com and " +
            $"StringEquals {Claim}:sub repo:example/lexicon:environment:dev, repo:example/lexicon:environment:prod",
            trust.Condition);
    }

    [Fact]
    public void Role_MayOnlyBecomeTheBootstrappedRolesOfThisAccountAndRegion()
    {
        var permission = Assert.Single(Statement.Of(Role, Deployment));

        Assert.Equal("Allow", permission.Effect);
        Assert.Equal(["sts:AssumeRole"], permission.Actions);
        Assert.Equal(
            [
                "arn:aws:iam::${AWS::AccountId}:role/cdk-hnb659fds-deploy-role-${AWS::AccountId}-us-east-1",
                "arn:aws:iam::${AWS::AccountId}:role/cdk-hnb659fds-file-publishing-role-${AWS::AccountId}-us-east-1",
                "arn:aws:iam::${AWS::AccountId}:role/cdk-hnb659fds-lookup-role-${AWS::AccountId}-us-east-1",
            ],
            permission.Resources);
        Assert.Null(Role["ManagedPolicyArns"]);
    }

    [Fact]
    public void Session_LastsAnHour() => Assert.Equal("3600", Role.Text("MaxSessionDuration"));

    [Fact]
    public void Role_IsTold() => Assert.Equal($"${{{Role.LogicalId}.Arn}}", Deployment.Output("DeployRoleArn"));

    // A workflow that lost its role could not put it back.
    [Fact]
    public void Stack_IsProtectedFromTermination() =>
        Assert.True((bool)Stages.Full.Manifest["artifacts"]![Deployment.Artifact]!["properties"]!["terminationProtection"]!);

    [Fact]
    public void IssuerThatTheAccountKnows_IsNotAddedAgain()
    {
        var folder = Directory.CreateTempSubdirectory("lexicon-").FullName;
        try
        {
            var template = Stages.WithApp(folder, [], app =>
            {
                var stack = new Infra.Deployment.DeploymentStack(app, "us-east-1", new GitHubRepository("example/lexicon", IsIssuerThere: true));
                app.Synth();
                return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, stack.TemplateFile)))!["Resources"]!.AsObject();
            });

            var role = new Resource("Role", Assert.Single(template).Value!.AsObject());
            Assert.Equal("arn:aws:iam::${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com", Assert.Single(Statement.Of(role["AssumeRolePolicyDocument"])).Principal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Stack_IsTaggedAsPartOfTheApplication() => Assert.All(
        Deployment.Resources,
        resource => Assert.Equal("""[{"Key":"application","Value":"lexicon"}]""", resource["Tags"]!.ToJsonString()));

    [Fact]
    public void Stack_HoldsNothingElse() =>
        Assert.Equal(["AWS::IAM::OIDCProvider", "AWS::IAM::Role"], Deployment.Resources.Select(resource => resource.Type).Order());
}
