using System.Text.Json.Nodes;
using Lexicon.Infra.Tests.Synthesis;

namespace Lexicon.Infra.Tests;

/// <summary>What a template says beside the properties of its resources, see
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html.</summary>
public sealed class TemplateTests
{
    // What every resource may say; that it says what it should, other tests hold.
    private static readonly string[] s_common = ["Type", "Properties", "Metadata", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy"];

    /// <summary>No transform, with which CloudFormation would deploy something else; no metadata, which would waive rules for a whole stack.</summary>
    [Theory]
    [InlineData("Account", "Description Parameters Resources Rules")]
    [InlineData("Deployment", "Description Outputs Parameters Resources Rules")]
    [InlineData("Data", "Description Outputs Parameters Resources Rules")]
    [InlineData("Api", "Description Outputs Parameters Resources Rules")]
    [InlineData("Site", "Description Mappings Outputs Parameters Resources Rules")]
    [InlineData("Operations", "Conditions Description Outputs Parameters Resources Rules")]
    public void Template_HasTheseSections(string stack, string sections) => Assert.Equal(
        sections.Split(' '),
        Stages.Templates
            .Where(template => template.Stack == stack)
            .SelectMany(template => template.Json.Select(section => section.Key))
            .Distinct()
            .Order(StringComparer.Ordinal));

    /// <summary>A resource with a condition may not be there at all: only who is mailed is a choice made at deployment.</summary>
    [Fact]
    public void Resources_SayOnlyTheUsual_ButTheMailItsCondition_AndAliasesHowTheyAreUpdated()
    {
        var said =
            from template in Stages.Templates
            from resource in template.Resources
            from member in resource.Json
            where !s_common.Contains(member.Key)
            select $"{template.Stack} {resource.Type} {member.Key}";

        Assert.Equal(
            ["Api AWS::Lambda::Alias UpdatePolicy", "Operations AWS::SNS::Subscription Condition"],
            said.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OnlyWhoIsMailed_IsAskedAtDeployment() => Assert.All(Stages.Templates, template => Assert.Equal(
        template.Stack == "Operations" ? ["AlarmEmail", "BootstrapVersion"] : ["BootstrapVersion"],
        template.Json["Parameters"]!.AsObject().Select(parameter => parameter.Key).Order(StringComparer.Ordinal)));

    [Fact]
    public void NothingIsDeployed_WhereTheBootstrapIsTooOld() => Assert.All(Stages.Templates, template =>
    {
        Assert.Equal(
            ("AWS::SSM::Parameter::Value<String>", "/cdk-bootstrap/hnb659fds/version"),
            ((string?)template.Json["Parameters"]?["BootstrapVersion"]?["Type"], (string?)template.Json["Parameters"]?["BootstrapVersion"]?["Default"]));

        var assertion = Assert.Single(template.Json["Rules"]?["CheckBootstrapVersion"]?["Assertions"]?.AsArray() ?? []);
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse("""{"Fn::Not":[{"Fn::Contains":[["1","2","3","4","5"],{"Ref":"BootstrapVersion"}]}]}"""),
                assertion!["Assert"]),
            $"{assertion}");
    });

    [Fact]
    public void Outputs_HaveNoCondition() => Assert.All(
        Stages.Templates.SelectMany(template => template.Json["Outputs"]?.AsObject().Select(output => output.Value!) ?? []),
        output => Assert.Empty(output.AsObject().Select(member => member.Key).Except(["Description", "Value", "Export"])));

    [Fact]
    public void Conditions_AreOfTheMail_AndMappingsOfTheHostedZone() => Assert.All(Stages.Templates, template =>
    {
        Assert.Equal(
            template.OfType("AWS::SNS::Subscription").Select(subscription => $"{subscription.Json["Condition"]}"),
            NamesIn(template, "Conditions"));
        Assert.Equal(
            template.OfType("AWS::Route53::RecordSet").Any() ? ["AWSCloudFrontPartitionHostedZoneIdMap"] : [],
            NamesIn(template, "Mappings"));
    });

    private static IEnumerable<string> NamesIn(Template template, string section) =>
        template.Json[section]?.AsObject().Select(member => member.Key) ?? [];
}
