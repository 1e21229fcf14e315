namespace Lexicon.Infra.Tests.Updates;

/// <summary>
/// An update that adds an operation: from dev without one row of the route table, which has a path and a body of its own, to dev with all
/// of them. The package is the same here; one with another operation in it changes the code, and so the version, of every function.
/// </summary>
public sealed class UpdateTests
{
    private const string Operation = "RecordReview";

    private static readonly Lazy<SynthesizedStage> Before = new(() =>
        Stages.Synthesize("dev", [.. Routes.All.Where(route => route.Operation != Operation)]));

    [Fact]
    public void AddingAnOperation_AddsWhatItIsMadeOf_AndAnotherDeployment()
    {
        var route = Routes.Of(Operation);
        var update = Of("Api");

        Assert.Equal(
            [
                "AWS::ApiGateway::Deployment Glossary/Api/Deployment/Resource",
                $"AWS::ApiGateway::Method Glossary/Api/Default{route.Path}/{route.Method}/Resource",
                $"AWS::ApiGateway::Model Glossary/Api/Model-{route.Request!.Name}/Resource",
                $"AWS::ApiGateway::Resource Glossary/Api/Default{route.Path}/Resource",
                $"AWS::IAM::Role {Operation}/Role/Resource",
                $"AWS::Lambda::Alias {Operation}/Function/Aliaslive/Resource",
                $"AWS::Lambda::Function {Operation}/Function/Resource",
                $"AWS::Lambda::Permission Glossary/Api/Default{route.Path}/{route.Method}/ApiPermission",
                $"AWS::Lambda::Version {Operation}/Function/CurrentVersion/Resource",
                $"AWS::Logs::LogGroup {Operation}/Logs/Resource",
            ],
            update.Added
                .Select(added =>
                    added.Split("Permission.")[0] + (added.Contains("Permission.", StringComparison.Ordinal) ? "Permission" : "")));
        Assert.Equal(["AWS::ApiGateway::Deployment Glossary/Api/Deployment/Resource"], update.Removed);
    }

    // By AWS's pages on these resources, an update of these properties needs no replacement.
    [Fact]
    public void AddingAnOperation_ChangesInPlace_WhatNamesAllOfThem_AndWatchesIt()
    {
        var operations = Of("Operations");

        Assert.Equal(["AWS::ApiGateway::Stage Glossary/Api/DeploymentStage.dev/Resource: DeploymentId, MethodSettings"], Of("Api").Changed);
        Assert.Equal(
            [$"AWS::CloudWatch::Alarm Alarms/{Operation}Duration", $"AWS::CloudWatch::Alarm Alarms/{Operation}Errors"], operations.Added);
        Assert.Empty(operations.Removed);
        Assert.All(operations.Changed, change =>
            Assert.Matches("^AWS::(CloudWatch::Dashboard|Logs::QueryDefinition) .*: (DashboardBody|LogGroupNames)$", change));
    }

    [Fact]
    public void AddingAnOperation_LeavesEveryOtherStackAndEveryExportAsTheyWere() => Assert.All(Stages.Dev.Templates, template =>
    {
        var update = Of(template.Stack);
        Assert.True(update.IsEmpty || template.Stack is "Api" or "Operations", $"{template.Stack}: {update}");
        Assert.Empty(update.Around);
        Assert.Equal(Before.Value.Stack(template.Stack).DependsOn, template.DependsOn);
    });

    private static Difference Of(string stack) => Difference.Between(Before.Value.Stack(stack), Stages.Dev.Stack(stack));
}
