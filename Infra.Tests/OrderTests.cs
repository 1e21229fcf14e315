using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>Creation, update and removal have an order: nothing waits for itself, and nothing for what is not there.</summary>
public sealed class OrderTests
{
    [Theory]
    [InEveryVariant]
    public void EveryResource_RefersToWhatIsThere(string variant) =>
        Assert.All(Stages.Variants[variant].Templates, template => Assert.Empty(new CreationOrder(template).Missing));

    [Theory]
    [InEveryVariant]
    public void NoResource_WaitsForItself(string variant) =>
        Assert.All(Stages.Variants[variant].Templates, template => Assert.Empty(new CreationOrder(template).Stuck));

    [Theory]
    [InEveryVariant]
    public void EveryImport_IsExportedByAStackThatIsDeployedBefore(string variant)
    {
        var stage = Stages.Variants[variant];
        var exporters = (
            from template in stage.Templates
            from output in template.Json["Outputs"]?.AsObject() ?? []
            where output.Value!["Export"] is not null
            select (Name: $"{output.Value["Export"]!["Name"]}", template.Artifact)).ToDictionary();

        Assert.All(stage.Templates, template => Assert.All(
            CreationOrder.ValuesOf("Fn::ImportValue", template.Json),
            import => Assert.Contains(exporters[$"{import}"], template.DependsOn)));
    }

    [Theory]
    [InEveryVariant]
    public void TheApi_IsDeployedWhenAllOfItIsThere(string variant)
    {
        var api = Stages.Variants[variant].Api;
        var order = new CreationOrder(api);
        var before = order.Before(api.Only("AWS::ApiGateway::Stage").LogicalId);

        // What is made after the deployment is not in it: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html.
        Assert.Contains(api.Only("AWS::ApiGateway::Deployment").LogicalId, before);
        Assert.Superset(IdsOf(api, "AWS::ApiGateway::Method"), before.ToHashSet());
        Assert.Superset(IdsOf(api, "AWS::ApiGateway::Method"), order.Before(api.Only("AWS::ApiGateway::Deployment").LogicalId).ToHashSet());
    }

    [Theory]
    [InEveryVariant]
    public void AFunction_ComesAfterItsRoleAndItsLogGroup_AndBeforeItsAlias(string variant)
    {
        var api = Stages.Variants[variant].Api;
        var order = new CreationOrder(api);

        Assert.All(api.OfType("AWS::Lambda::Alias"), alias =>
        {
            var types = order.Before(alias.LogicalId).Select(id => api[id].Type).ToHashSet();

            Assert.Superset(
                new HashSet<string> { "AWS::IAM::Role", "AWS::Lambda::Function", "AWS::Lambda::Version", "AWS::Logs::LogGroup", "AWS::SQS::Queue" },
                types);
        });
    }

    private static HashSet<string> IdsOf(Template template, string type) =>
        [.. template.OfType(type).Select(resource => resource.LogicalId)];
}
