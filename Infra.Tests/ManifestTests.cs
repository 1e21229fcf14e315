using System.Text.Json.Nodes;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>How the stacks are deployed: what the cloud assembly's manifest tells the CDK CLI beside the templates.</summary>
public sealed class ManifestTests
{
    [Theory]
    [InlineData("dev", "Lexicon-Account Lexicon-dev-Api Lexicon-dev-Data Lexicon-dev-Operations Lexicon-dev-Site")]
    [InlineData("prod", "Lexicon-Account Lexicon-prod-Api Lexicon-prod-Data Lexicon-prod-Operations Lexicon-prod-Site")]
    [InlineData("full", "Lexicon-Account Lexicon-Deployment Lexicon-prod-Api Lexicon-prod-Data Lexicon-prod-Operations Lexicon-prod-Site")]
    public void Stacks_KeepTheirNames_SinceAnotherNameIsAnotherStack(string stage, string names) =>
        Assert.Equal(names.Split(' '), StacksOf(stage).Select(stack => stack.Name).Order(StringComparer.Ordinal));

    /// <summary>CloudFormation gives a stack's tags to what it cannot tag in the template, too.</summary>
    [Theory]
    [InEveryVariant]
    public void EveryStack_SaysOfWhichApplicationAndStageItIs(string stage) => Assert.All(StacksOf(stage), stack => Assert.Equal(
        stack.Name is "Lexicon-Account" or "Lexicon-Deployment" ? ["application=lexicon"] : ["application=lexicon", $"stage={Stages.Named(stage).Name}"],
        stack.Properties["tags"]?.AsObject().Select(tag => $"{tag.Key}={tag.Value}") ?? []));

    /// <summary>
    /// See https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html: the roles of the account's bootstrap and no others.
    /// </summary>
    [Theory]
    [InEveryVariant]
    public void EveryStack_IsDeployedByTheBootstrappedRoles_AndTellsNobody(string stage) => Assert.All(StacksOf(stage), stack =>
    {
        Assert.Equal(
            (Role("deploy"), Role("cfn-exec"), Role("lookup")),
            (
                $"{stack.Properties["assumeRoleArn"]}",
                $"{stack.Properties["cloudFormationExecutionRoleArn"]}",
                $"{stack.Properties["lookupRole"]?["arn"]}"));
        Assert.Empty(stack.Properties["notificationArns"]?.AsArray() ?? []);
    });

    [Theory]
    [InEveryVariant]
    public void EveryStack_HasItsTemplateInTheBootstrappedBucket_OfABootstrapThatIsNewEnough(string stage) => Assert.All(StacksOf(stage), stack =>
    {
        Assert.StartsWith(
            "s3://cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1/", $"{stack.Properties["stackTemplateAssetObjectUrl"]}", StringComparison.Ordinal);
        Assert.Equal(
            ("6", "/cdk-bootstrap/hnb659fds/version"),
            ($"{stack.Properties["requiresBootstrapStackVersion"]}", $"{stack.Properties["bootstrapStackVersionSsmParameter"]}"));
    });

    private static string Role(string name) =>
        $$"""arn:${AWS::Partition}:iam::${AWS::AccountId}:role/cdk-hnb659fds-{{name}}-role-${AWS::AccountId}-us-east-1""";

    // A stack outside the stages has its artifact's name, and the manifest does not say it twice.
    private static IEnumerable<(string Name, JsonNode Properties)> StacksOf(string stage) =>
        from artifact in Stages.Named(stage).Manifest["artifacts"]!.AsObject()
        where (string)artifact.Value!["type"]! == "aws:cloudformation:stack"
        let properties = artifact.Value["properties"]!
        select ((string?)properties["stackName"] ?? artifact.Key, properties);
}
