using Lexicon.Functions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests.Updates;

/// <summary>
/// An update that adds an operation: from the stage without one row of the route table to the stage with all of them. The package
/// is the same here; one with another operation in it changes the code, and so the version, of every function.
/// </summary>
public sealed class UpdateTests
{
    public static TheoryData<string, string> Updates => new()
    {
        // A body with a model of its own, on a path that nothing else has.
        { "dev", "RecordReview" },
        { "full", "RecordReview" },

        // A body with a model that another one has, too, on a path that is there.
        { "prod", "UpdateTerm" },

        // Nothing but a path, and nobody has to sign in.
        { "dev", "GetOpenApi" },
    };

    [Theory]
    [MemberData(nameof(Updates))]
    public void AddingAnOperation_AddsWhatItIsMadeOf_AndAnotherDeployment(string variant, string operation)
    {
        var update = Of(variant, operation, "Api");

        Assert.Equal(
            [
                .. PartsOf(Routes.Of(operation), variant).Append("AWS::ApiGateway::Deployment Glossary/Api/Deployment/Resource")
                    .Order(StringComparer.Ordinal),
            ],
            update.Added.Select(WithoutTheApiItself));
        Assert.Equal(["AWS::ApiGateway::Deployment Glossary/Api/Deployment/Resource"], update.Removed);
    }

    [Theory]
    [MemberData(nameof(Updates))]
    public void AddingAnOperation_ChangesInPlace_WhatNamesAllOfThem(string variant, string operation)
    {
        var stage = Stages.Variants[variant];
        var isWrite = Routes.Of(operation).Method is not "GET";

        // By AWS's pages on these resources, an update of these properties needs no replacement.
        Assert.Equal(
            [
                $"AWS::ApiGateway::Stage Glossary/Api/DeploymentStage.{stage.Name}/Resource: DeploymentId{(isWrite ? ", MethodSettings" : "")}",
                .. stage.Name == "prod" ? ["AWS::IAM::Role Rollout/Role: Policies"] : (string[])[],
            ],
            Of(variant, operation, "Api").Changed);
    }

    [Theory]
    [MemberData(nameof(Updates))]
    public void AddingAnOperation_WatchesIt(string variant, string operation)
    {
        var update = Of(variant, operation, "Operations");

        Assert.Equal(
            [
                $"AWS::CloudWatch::Alarm Alarms/{operation}Duration",
                $"AWS::CloudWatch::Alarm Alarms/{operation}Errors",
            ],
            update.Added);
        Assert.Empty(update.Removed);
        Assert.Equal(
            [
                "AWS::CloudWatch::Dashboard Dashboard/Page: DashboardBody",
                "AWS::Logs::QueryDefinition Queries/ColdStarts: LogGroupNames",
                "AWS::Logs::QueryDefinition Queries/ErrorsByOperation: LogGroupNames",
                "AWS::Logs::QueryDefinition Queries/OneRequest: LogGroupNames",
                "AWS::Logs::QueryDefinition Queries/SlowRequests: LogGroupNames",
            ],
            update.Changed);
    }

    [Theory]
    [MemberData(nameof(Updates))]
    public void AddingAnOperation_LeavesEveryOtherStackAndEveryExportAsTheyWere(string variant, string operation)
    {
        var (before, after) = (Before.Of(variant, operation), Stages.Variants[variant]);

        Assert.All(after.Templates, template =>
        {
            var update = Difference.Between(before.Stack(template.Stack), template);

            Assert.True(update.IsEmpty || template.Stack is "Api" or "Operations", $"{template.Stack}: {update}");
            Assert.Empty(update.Around);
            Assert.Equal(before.Stack(template.Stack).DependsOn, template.DependsOn);
        });
    }

    [Theory]
    [MemberData(nameof(Updates))]
    public void AddingAnOperation_HasAnOrder_AndDeploysItBeforeTheStageServesIt(string variant, string operation)
    {
        var (before, after) = (Before.Of(variant, operation), Stages.Variants[variant]);
        var added = after.Api.Resources.Where(resource => before.Api.Resources.All(old => old.LogicalId != resource.LogicalId)).ToList();
        var beforeTheStage = new CreationOrder(after.Api).Before(after.Api.Only("AWS::ApiGateway::Stage").LogicalId);

        Assert.All(before.Templates.Concat(after.Templates).Select(template => new CreationOrder(template)), inStack =>
        {
            Assert.Empty(inStack.Missing);
            Assert.Empty(inStack.Stuck);
        });

        // The deployment has another logical id: CloudFormation makes a new one, when the method is there, and then removes the old.
        Assert.All(
            added.Where(resource => resource.Type is "AWS::ApiGateway::Deployment" or "AWS::ApiGateway::Method" or "AWS::Lambda::Alias"),
            resource => Assert.Contains(resource.LogicalId, beforeTheStage));
    }

    [Theory]
    [InEveryVariant]
    public void SynthesizingTheSameAgain_GivesTheSameTemplates_ByteForByte(string variant)
    {
        var again = Stages.Synthesize(variant);

        Assert.All(Stages.Variants[variant].Templates, template => Assert.Equal(
            File.ReadAllBytes(template.Path), File.ReadAllBytes(again.Stack(template.Stack).Path)));
    }

    private static Difference Of(string variant, string operation, string stack) =>
        Difference.Between(Before.Of(variant, operation).Stack(stack), Stages.Variants[variant].Stack(stack));

    private static IEnumerable<string> PartsOf(Route route, string variant)
    {
        var others = Routes.All.Where(other => other != route).ToList();
        var method = $"Glossary/Api/Default{route.Path}/{route.Method}";
        string[] path =
        [
            .. from end in Enumerable.Range(1, route.Path.Length)
               where end == route.Path.Length || route.Path[end] == '/'
               let place = route.Path[..end]
               where !others.Any(other => $"{other.Path}/".StartsWith($"{place}/", StringComparison.Ordinal))
               select $"Glossary/Api/Default{place}",
        ];

        return
        [
            $"AWS::Logs::LogGroup {route.Operation}/Logs/Resource",
            $"AWS::IAM::Role {route.Operation}/Role",
            $"AWS::Lambda::Function {route.Operation}/Function/Resource",
            $"AWS::Lambda::Version {route.Operation}/Function/CurrentVersion/Resource",
            $"AWS::Lambda::Alias {route.Operation}/Function/Aliaslive/Resource",
            $"AWS::ApiGateway::Method {method}/Resource",
            $"AWS::Lambda::Permission {method}/ApiPermission",
            .. path.Select(place => $"AWS::ApiGateway::Resource {place}/Resource"),

            // Where pages of other origins may call it, a browser asks first.
            .. path.Where(_ => variant == "full").Select(place => $"AWS::ApiGateway::Method {place}/OPTIONS/Resource"),
            .. route.Request is { } record && others.All(other => other.Request != record)
                ? [$"AWS::ApiGateway::Model Glossary/Api/Model-{record.Name}/Resource"]
                : (string[])[],
            .. variant == "dev"
                ? (string[])[]
                :
                [
                    $"AWS::CodeDeploy::DeploymentGroup Rollout/{route.Operation}/Resource",
                    $"AWS::CloudWatch::Alarm Rollout/{route.Operation}Errors/Resource",
                    $"AWS::CloudWatch::Alarm Rollout/{route.Operation}Faults/Resource",
                ],
        ];
    }

    // CDK ends the id of a permission with that of the API and the path once more.
    private static string WithoutTheApiItself(string added) =>
        added.IndexOf("/ApiPermission.", StringComparison.Ordinal) is > 0 and var end ? $"{added[..end]}/ApiPermission" : added;
}
