namespace Lexicon.Infra.Tests.Rules;

/// <summary>
/// What a template says beside its resources: no macro that makes another template of it, no metadata that waives a rule for a whole
/// stack, no choice at deployment but who is mailed. See
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html.
/// </summary>
public sealed class TemplateSaysWhatItIs
{
    private static readonly string[] Sections = ["Conditions", "Description", "Mappings", "Outputs", "Parameters", "Resources", "Rules"];

    private static readonly string[] Members = ["Type", "Properties", "Metadata", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy"];

    [Fact]
    public void NoTemplate_IsTransformedOrWaivedAsAWhole() =>
        Assert.All(Stages.Templates, template => Assert.Empty(NamesIn(template.Json).Except(Sections)));

    [Fact]
    public void OnlyWhoIsMailed_IsAskedAtDeployment_AndOnlyThatIsConditional() => Assert.All(Stages.Templates, template =>
    {
        var mailed = template.OfType("AWS::SNS::Subscription").Select(subscription => $"{subscription.Json["Condition"]}")
            .Where(name => name.Length > 0).ToList();
        Assert.Equal(mailed, NamesIn(template.Json["Conditions"]));
        Assert.Equal(mailed.Count, NamesIn(template.Json["Parameters"]).Except(["BootstrapVersion"]).Count());
        Assert.Equal(template.OfType("AWS::Route53::RecordSet").Any() ? ["AWSCloudFrontPartitionHostedZoneIdMap"]
            : [], NamesIn(template.Json["Mappings"]));
    });

    [Fact]
    public void Resources_AreThereWithoutCondition() => Assert.All(
        Stages.Templates.SelectMany(template => template.Resources),
        resource => Assert.Empty(NamesIn(resource.Json).Except(Members).Except(resource.Type switch
        {
            "AWS::Lambda::Alias" => ["UpdatePolicy"],
            "AWS::SNS::Subscription" => ["Condition"],
            _ => [],
        })));

    [Fact]
    public void Outputs_AreToldWithoutCondition() => Assert.All(
        Stages.Templates.SelectMany(template => template.Json["Outputs"]?.AsObject().Select(output => output.Value) ?? []),
        output => Assert.Empty(NamesIn(output).Except(["Description", "Value", "Export"])));

    [Fact]
    public void NothingIsDeployed_WhereTheBootstrapIsTooOld() => Assert.All(Stages.Templates, template =>
    {
        Assert.Equal(
            ("AWS::SSM::Parameter::Value<String>", "/cdk-bootstrap/hnb659fds/version"),
            ((string?)template.Json["Parameters"]?["BootstrapVersion"]?["Type"],
                (string?)template.Json["Parameters"]?["BootstrapVersion"]?["Default"]));
        Assert.Equal(
            """{"Fn::Not":[{"Fn::Contains":[["1","2","3","4","5"],{"Ref":"BootstrapVersion"}]}]}""",
            Assert.Single(template.Json["Rules"]?["CheckBootstrapVersion"]?["Assertions"]?.AsArray() ?? [])!["Assert"]!.ToJsonString());
    });

    private static IEnumerable<string> NamesIn(JsonNode? node) => node?.AsObject().Select(member => member.Key) ?? [];
}
