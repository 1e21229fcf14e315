namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>How the stacks are deployed: what the cloud assembly's manifest tells the CDK CLI beside the templates.</summary>
public sealed class ManifestTests
{
    [Theory, InEveryVariant]
    public void Synthesis_LooksNothingUp_AndWarnsOfNothing(string stage)
    {
        Assert.Null(Stages.Named(stage).Manifest["missing"]);
        Assert.Empty(
            from artifact in Stages.Named(stage).Manifest["artifacts"]!.AsObject()
            from path in artifact.Value!["metadata"]?.AsObject() ?? []
            from entry in path.Value!.AsArray()
            where (string)entry!["type"]! is "aws:cdk:warning" or "aws:cdk:error"
            select $"{path.Key}: {entry["data"]}");
    }

    /// <summary>Another name is another stack, which has none of the data.</summary>
    [Theory, InEveryVariant]
    public void EveryStack_IsNamedAfterItsStage_TaggedAndProtectedInProd(string stage) => Assert.All(StacksOf(stage), stack =>
    {
        var name = Stages.Named(stage).Name;
        var ofTheStage = stack.Path.Contains('/', StringComparison.Ordinal);

        Assert.Equal(stack.Path.Replace('/', '-'), stack.Name);
        Assert.StartsWith(ofTheStage ? $"Lexicon-{name}/" : "Lexicon-", stack.Path, StringComparison.Ordinal);
        Assert.Equal(
            ofTheStage ? ["application=lexicon", $"stage={name}"] : ["application=lexicon"],
            stack.Properties["tags"]?.AsObject().Select(tag => $"{tag.Key}={tag.Value}") ?? []);
        Assert.Equal(ofTheStage ? name == "prod"
            : stack.Path == "Lexicon-Deployment", (bool?)stack.Properties["terminationProtection"] ?? false);
    });

    /// <summary>
    /// See https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html: the roles of whichever account deploys it, and no others.
    /// </summary>
    [Theory, InEveryVariant]
    public void EveryStack_IsDeployedByTheBootstrappedRoles_FromTheBootstrappedBucket_AndTellsNobody(string stage) =>
        Assert.All(StacksOf(stage), stack =>
    {
        Assert.Equal("aws://unknown-account/us-east-1", $"{stack.Environment}");
        Assert.Equal(
            (Role("deploy"), Role("cfn-exec"), Role("lookup")),
            ($"{stack.Properties["assumeRoleArn"]}", $"{stack.Properties["cloudFormationExecutionRoleArn"]}",
                $"{stack.Properties["lookupRole"]?["arn"]}"));
        Assert.Empty(stack.Properties["notificationArns"]?.AsArray() ?? []);
        Assert.StartsWith(
            "s3://cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1/", $"{stack.Properties["stackTemplateAssetObjectUrl"]}",
            StringComparison.Ordinal);
        Assert.Equal(
            ("6", "/cdk-bootstrap/hnb659fds/version"),
            ($"{stack.Properties["requiresBootstrapStackVersion"]}", $"{stack.Properties["bootstrapStackVersionSsmParameter"]}"));
    });

    private static string Role(string name) =>
        $$"""arn:${AWS::Partition}:iam::${AWS::AccountId}:role/cdk-hnb659fds-{{name}}-role-${AWS::AccountId}-us-east-1""";

    // A stack outside the stages has its artifact's name, and the manifest does not say it twice.
    private static IEnumerable<(string Path, string Name, JsonNode? Environment, JsonNode Properties)> StacksOf(string stage) =>
        from artifact in Stages.Named(stage).Manifest["artifacts"]!.AsObject()
        where (string)artifact.Value!["type"]! == "aws:cloudformation:stack"
        let properties = artifact.Value["properties"]!
        select ($"{artifact.Value["displayName"]}", (string?)properties["stackName"] ?? artifact.Key, artifact.Value["environment"],
            properties);
}
