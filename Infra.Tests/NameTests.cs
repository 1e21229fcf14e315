using Lexicon.Functions;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>
/// Which resources have a name of their own: those that logs, metrics, alarms or a person look for by name. A name is made of the
/// stack's, which is unique in its account and Region, so that two stages never want the same one.
/// </summary>
public sealed class NameTests
{
    private static readonly string[] s_properties =
    [
        "FunctionName", "LogGroupName", "QueueName", "RoleName", "PolicyName", "TopicName", "AlarmName", "Name", "ApplicationName",
        "DeploymentGroupName", "UsagePlanName",
    ];

    [Theory]
    [InEveryVariant]
    public void NamesInTheApiStack_AreTheseAndNoMore(string stage)
    {
        var name = Stages.Named(stage).Name;
        var stack = $"Lexicon-{name}-Api";

        Assert.Equal(
            Routes.All.Select(route => route.Operation).SelectMany(operation => (string[])
                [
                    $"AWS::Lambda::Function {stack}-{operation}",
                    $"AWS::Logs::LogGroup /aws/lambda/{stack}-{operation}",
                ])
                .Concat(Routes.All.Select(route => route.Request?.Name).OfType<string>().Distinct()
                    .Select(record => $"AWS::ApiGateway::Model {record}"))
                .Append($"AWS::ApiGateway::RequestValidator body-and-parameters")
                .Append($"AWS::ApiGateway::RestApi Lexicon-{name}")
                .Append($"AWS::Logs::LogGroup /aws/apigateway/Lexicon-{name}/access")
                .Append($"AWS::Logs::LogGroup API-Gateway-Execution-Logs_${{GlossaryApi4C8776F1}}/{name}")
                .Append($"AWS::SQS::Queue {stack}-DeadLetters")
                .Concat(stage == "full" ? [$"AWS::ApiGateway::UsagePlan Lexicon-{name}"] : (string[])[])
                .Order(StringComparer.Ordinal),
            NamesIn(Stages.Named(stage).Api).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InEveryVariant]
    public void NamesInTheAccountStack_AreNone(string stage) => Assert.Empty(NamesIn(Stages.Named(stage).Stack("Account")));

    // CDK's own functions are looked for by nobody.
    [Theory]
    [InEveryVariant]
    public void FunctionsAndLogGroups_OutsideTheApi_HaveNoNames(string stage) => Assert.All(
        Stages.Named(stage).Templates.Where(template => template.Stack != "Api").SelectMany(template => template.Resources),
        resource => Assert.Equal(("", ""), (resource.Text("FunctionName"), resource.Text("LogGroupName"))));

    [Theory]
    [InEveryVariant]
    public void EachFunction_LogsToTheGroupOfItsName(string stage)
    {
        var api = Stages.Named(stage).Api;

        Assert.All(api.OfType("AWS::Lambda::Function"), function => Assert.Equal(
            $"/aws/lambda/{function.Text("FunctionName")}",
            api.Behind(function.Text("LoggingConfig.LogGroup")).Text("LogGroupName")));
    }

    [Fact]
    public void Names_DifferFromStageToStage() => Assert.All(
        NamesIn(Stages.Dev.Api).Intersect(NamesIn(Stages.Prod.Api)), name => Assert.True(IsWithinAnApi(name), name));

    private static IEnumerable<string> NamesIn(Template template) =>
        from resource in template.Resources
        from name in s_properties
        where resource[name] is not null && IsAName(resource, name)
        select $"{resource.Type} {resource.Text(name)}";

    private static bool IsWithinAnApi(string name) =>
        name.StartsWith("AWS::ApiGateway::Model ", StringComparison.Ordinal)
        || name.StartsWith("AWS::ApiGateway::RequestValidator ", StringComparison.Ordinal);

    // Of versions, aliases and permissions it says which function is meant; the names of these live within a function or an API.
    private static bool IsAName(Resource resource, string name) => name switch
    {
        "FunctionName" => resource.Type == "AWS::Lambda::Function",
        "ApplicationName" => resource.Type == "AWS::CodeDeploy::Application",
        "Name" => resource.Type is not ("AWS::Lambda::Alias" or "AWS::ApiGateway::Authorizer"),
        _ => true,
    };
}
