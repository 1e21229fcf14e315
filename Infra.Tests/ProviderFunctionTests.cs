using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>Every function, ours or CDK's, runs on a supported runtime and logs to a group that ends with its stack.</summary>
public sealed class ProviderFunctionTests
{
    // https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
    private static readonly string[] s_supported = ["dotnet10", "nodejs24.x", "provided.al2023", "python3.13"];

    [Fact]
    public void EveryRuntime_IsSupported() =>
        Assert.All(AllFunctions(), pair => Assert.Contains(pair.Function.Text("Runtime"), s_supported));

    [Fact]
    public void FunctionsOfCdk_AreTheseAndNoMore()
    {
        var providers = AllFunctions()
            .Where(pair => pair.Function.Text("Runtime") is not ("dotnet10" or "provided.al2023"))
            .DistinctBy(pair => pair.Function.Construct)
            .Select(pair => $"{pair.Function.Construct} {pair.Function.Text("Runtime")}");

        Assert.Equal(
            [
                "Lexicon-dev/Data/Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler nodejs24.x",
                "Lexicon-dev/Site/Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler nodejs24.x",
                "Lexicon-dev/Site/Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiB/Resource python3.13",
                "Lexicon-prod/Site/Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler nodejs24.x",
                "Lexicon-prod/Site/Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C256MiB/Resource python3.13",
            ],
            providers);
    }

    [Fact]
    public void EveryFunction_LogsToADeclaredGroup()
    {
        foreach (var (template, function) in AllFunctions())
        {
            var group = template.Behind(function.Text("LoggingConfig.LogGroup"));

            Assert.Equal("AWS::Logs::LogGroup", group.Type);
        }
    }

    [Theory]
    [InEveryVariant]
    public void EveryLogGroup_IsOfOneFunction_OrOfTheApi(string stage)
    {
        foreach (var template in Stages.Named(stage).Templates)
        {
            var ofTheApi = template.OfType("AWS::Logs::LogGroup").Where(group => group.Construct.Contains("/Glossary/Logs/", StringComparison.Ordinal)).ToList();

            Assert.Equal(template.Stack == "Api" ? 2 : 0, ofTheApi.Count);
            Assert.Equal(
                template.OfType("AWS::Logs::LogGroup").Except(ofTheApi).Select(group => $"${{{group.LogicalId}}}").Order(StringComparer.Ordinal),
                template.OfType("AWS::Lambda::Function").Select(function => function.Text("LoggingConfig.LogGroup")).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("dev", "7")]
    [InlineData("prod", "180")]
    [InlineData("full", "180")]
    public void EveryLogGroup_ForgetsAndGoesWithItsStack(string stage, string days)
    {
        var groups = Stages.Named(stage).Templates.SelectMany(template => template.OfType("AWS::Logs::LogGroup"));

        Assert.All(groups, group => Assert.Equal(
            (days, "Delete", "Delete"),
            (group.Text("RetentionInDays"), group.DeletionPolicy, group.UpdateReplacePolicy)));
    }

    [Theory]
    [InEveryVariant]
    public void WhatEmptiesBuckets_MayWriteToItsOwnLogsOnly_AndFromItsFirstRunOn(string stage)
    {
        foreach (var template in Stages.Named(stage).Templates)
        {
            foreach (var function in template.OfType("AWS::Lambda::Function").Where(IsEmptying))
            {
                var role = template.Behind(function.Text("Role").Replace(".Arn", "", StringComparison.Ordinal));
                var writing = Assert.Single(Statement.Of(role, template));

                Assert.Equal("Allow", writing.Effect);
                Assert.Equal(["logs:CreateLogStream", "logs:PutLogEvents"], writing.Actions);
                Assert.Equal([function.Text("LoggingConfig.LogGroup").Replace("}", ".Arn}", StringComparison.Ordinal)], writing.Resources);
                Assert.Contains(template.Only("AWS::IAM::Policy").LogicalId, function.DependsOn);
            }
        }
    }

    [Theory]
    [InEveryVariant]
    public void EachCustomResource_IsAnsweredByItsFunction_WhichHasAQuarterOfAnHour(string stage)
    {
        foreach (var template in Stages.Named(stage).Templates)
        {
            foreach (var resource in template.Resources.Where(resource => resource.Type.StartsWith("Custom::", StringComparison.Ordinal)))
            {
                var function = template.Behind(resource.Text("ServiceToken").Replace(".Arn", "", StringComparison.Ordinal));

                Assert.Contains($"/{resource.Type}", function.Construct, StringComparison.Ordinal);
                Assert.Equal(("Delete", "Delete"), (resource.DeletionPolicy, resource.UpdateReplacePolicy));
                Assert.Equal(("index.handler", "900"), (function.Text("Handler"), function.Text("Timeout")));
                Assert.Equal("cdk-hnb659fds-assets-${AWS::AccountId}-us-east-1", function.Text("Code.S3Bucket"));
                Assert.True(
                    File.Exists(Path.Combine(Stages.Named(stage).Asset(function.Text("Code.S3Key")), CodeOf(function))),
                    $"{function.Construct} has no {CodeOf(function)}");
                Assert.Equal("AWS::IAM::Role", template.Behind(function.Text("Role").Replace(".Arn", "", StringComparison.Ordinal)).Type);
            }
        }
    }

    private static string CodeOf(Resource function) =>
        function.Text("Runtime").StartsWith("python", StringComparison.Ordinal) ? "index.py" : "index.js";

    private static bool IsEmptying(Resource function) => function.Construct.Contains("AutoDeleteObjects", StringComparison.Ordinal);

    private static IEnumerable<(Template Template, Resource Function)> AllFunctions() =>
        from stage in Stages.Variants.Values
        from template in stage.Templates
        from function in template.OfType("AWS::Lambda::Function")
        select (template, function);
}
