using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>What holds for every stack of a stage.</summary>
public sealed class StageTests
{
    private static readonly string[] s_taggable =
    [
        "AWS::ApiGateway::ApiKey",
        "AWS::ApiGateway::RestApi",
        "AWS::ApiGateway::Stage",
        "AWS::ApiGateway::UsagePlan",
        "AWS::CertificateManager::Certificate",
        "AWS::CloudFront::Distribution",
        "AWS::CloudTrail::Trail",
        "AWS::CloudWatch::Alarm",
        "AWS::CodeDeploy::Application",
        "AWS::Cognito::UserPool",
        "AWS::CodeDeploy::DeploymentGroup",
        "AWS::DynamoDB::GlobalTable",
        "AWS::IAM::Role",
        "AWS::KMS::Key",
        "AWS::Lambda::Function",
        "AWS::Logs::LogGroup",
        "AWS::S3::Bucket",
        "AWS::SNS::Topic",
        "AWS::SQS::Queue",
        "AWS::WAFv2::WebACL",
    ];

    [Theory]
    [InlineData("dev", false)]
    [InlineData("prod", true)]
    [InlineData("full", true)]
    public void Stacks_AreProtectedFromTerminationInProd(string stage, bool isProtected)
    {
        var stacks =
            from artifact in Stages.Named(stage).Manifest["artifacts"]!.AsObject()
            where (string)artifact.Value!["type"]! == "aws:cloudformation:stack" && $"{artifact.Value["displayName"]}".Contains('/')
            select (bool?)artifact.Value["properties"]!["terminationProtection"] ?? false;

        Assert.Equal([isProtected, isProtected, isProtected, isProtected], stacks);
    }

    [Theory]
    [InEveryVariant]
    [InlineData("full")]
    public void WhatCanBeTagged_SaysOfWhichApplicationAndStageItIs(string stage)
    {
        var resources =
            from template in Stages.Variants[stage].Templates
            from resource in template.Resources
            where s_taggable.Contains(resource.Type) && !IsWrittenByCdk(resource)
            select (template.Stack, resource);

        Assert.All(resources, pair => Assert.Equal(
            pair.Stack is "Account" or "Deployment" ? ["application=lexicon"] : ["application=lexicon", $"stage={Stages.Variants[stage].Name}"],
            TagsOf(pair.resource)));
    }

    // CDK writes its Node.js providers as bare resources, which its tags do not reach; they cost nothing by themselves.
    private static bool IsWrittenByCdk(Resource resource) =>
        resource.Type is "AWS::IAM::Role" or "AWS::Lambda::Function" && resource.Construct.Contains("Custom::S3AutoDeleteObjectsCustomResourceProvider/", StringComparison.Ordinal);

    private static IEnumerable<string> TagsOf(Resource resource) => resource["UserPoolTags"] is { } tags
        ? tags.AsObject().Select(tag => $"{tag.Key}={tag.Value}")
        : InAList(resource);

    private static IEnumerable<string> InAList(Resource resource) =>
        from tag in (resource["Tags"] ?? resource["Replicas"]?[0]?["Tags"])?.AsArray() ?? []
        where (string)tag!["Key"]! is "application" or "stage"
        select $"{tag["Key"]}={tag["Value"]}";
}
