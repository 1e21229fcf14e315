namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// Creation, update and removal have one order: nothing waits for itself, no resource for what is not there, and no stack for one that is
/// deployed after it. See https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html.
/// </summary>
public sealed class StacksStandInOneOrder
{
    private static readonly string[] Order = ["Data", "Events", "Api", "Live", "Site", "Operations"];

    [Theory, InEveryVariant]
    public void EveryResource_RefersToWhatIsThere_AndWaitsNeverForItself(string variant) =>
        Assert.All(Stages.Named(variant).Templates, template =>
    {
        var order = new CreationOrder(template);
        Assert.Empty(order.Missing);
        Assert.Empty(order.Stuck);
    });

    [Theory, InEveryVariant]
    public void EveryStack_IsDeployedAfterThoseItNeeds_AndNothingRefersForward(string variant)
    {
        var stage = Stages.Named(variant);
        var exporters = Exports(stage).ToDictionary(export => export.Name, export => export.From);
        Assert.All(stage.Templates.Where(template => template.Stage.Length > 0), template =>
        {
            var before = stage.Templates.Where(other => template.DependsOn.Contains(other.Artifact)).ToList();
            var imported = CreationOrder.ValuesOf("Fn::ImportValue", template.Json).Select(import => $"{import}").ToList();

            Assert.All(imported, import => Assert.Contains(exporters.GetValueOrDefault(import), before));
            Assert.All(before.Where(other => other.Stage.Length > 0), other =>
                Assert.True(Array.IndexOf(Order, other.Stack) < Array.IndexOf(Order, template.Stack),
                    $"{other.Stack} before {template.Stack}"));
        });
    }

    // What an option imports is exported without the option, too: an export in use cannot go, so the option could not be taken back.
    [Theory, InEveryVariant]
    public void EveryExport_IsNamedAfterItsStack_TellsOfAResourceOfIt_AndIsAskedForBySomeone(string variant)
    {
        var asked = Stages.Templates.SelectMany(template => CreationOrder.ValuesOf("Fn::ImportValue", template.Json))
            .Select(import => $"{import}").ToHashSet();
        Assert.All(Exports(Stages.Named(variant)), export =>
        {
            Assert.Equal($"{export.From.StackName}-{export.Output}", export.Name);
            Assert.Contains(export.From.Resources, resource =>
                export.From.Output(export.Output).Contains($"${{{resource.LogicalId}", StringComparison.Ordinal));
            Assert.Contains(export.Name.Replace("-dev-", "-prod-", StringComparison.Ordinal), asked
                .Select(name => name.Replace("-dev-", "-prod-", StringComparison.Ordinal)));
        });
    }

    // The stage of an API that logs needs the account's role:
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html.
    [Theory]
    [InlineData("Api", "Account Data Events")]
    [InlineData("Live", "Account Data")]
    [InlineData("Site", "Api Data Live")]
    [InlineData("Events", "Data")]
    [InlineData("Operations", "Api Data Events Live Site")]
    public void Stack_WaitsForTheseAtLeast(string stack, string before) => Assert.All(Stages.Variants.Values, stage => Assert.Superset(
        before.Split(' ').ToHashSet(),
        stage.Templates.Where(other => stage.Stack(stack).DependsOn.Contains(other.Artifact)).Select(other => other.Stack).ToHashSet()));

    [Theory, InEveryVariant]
    public void AFunction_ComesAfterItsRoleAndItsLogGroup_AndAfterWhatItMayDo(string variant) =>
        Assert.All(Stages.Named(variant).Templates, template =>
    {
        var order = new CreationOrder(template);
        Assert.All(template.OfType("AWS::Lambda::Function"), function => Assert.Superset(
            new[] { template.Behind(function.Text("Role")), template.Behind(function.Text("LoggingConfig.LogGroup")) }
                .Concat(template.OfType("AWS::IAM::Policy")
                    .Where(policy => policy.Texts("Roles").Contains(template.Behind(function.Text("Role")).Ref)))
                .Select(needed => needed.LogicalId).ToHashSet(),
            order.Before(function.LogicalId).ToHashSet()));
    });

    private static IEnumerable<(Template From, string Output, string Name)> Exports(SynthesizedStage stage) =>
        from template in stage.Templates
        from output in template.Json["Outputs"]?.AsObject() ?? []
        where output.Value!["Export"] is not null
        select (template, output.Key, $"{output.Value["Export"]!["Name"]}");
}
