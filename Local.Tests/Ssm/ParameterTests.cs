using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Ssm;
using Lexicon.Local.Ssm.Resources;

namespace Lexicon.Local.Tests.Ssm;

/// <summary>
/// The parameters of a template
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html).
/// </summary>
public sealed class ParameterTests
{
    private readonly ParameterType _type = new(new ParameterStore(TimeProvider.System));

    [Theory]
    [InlineData("String", "on")]
    [InlineData("StringList", "a,b")]
    public void Parameter_IsReferredToByItsName_AndHasItsTypeAndItsValue(string type, string value)
    {
        var provisioned = Provision($$"""
            {
              "Name": "/app/mode", "Type": "{{type}}", "Value": "{{value}}", "Description": "How it works", "Tags": { "team": "words" }
            }
            """);

        Assert.Equal("/app/mode", provisioned.Ref);
        Assert.Equal(new Dictionary<string, string> { ["Type"] = type, ["Value"] = value }, provisioned.Attributes);
    }

    [Fact]
    public void Parameter_WithoutAName_HasOneThatIsTheSameOnEveryStart() => Assert.Matches(
        "^Test-Mode-[A-Z0-9]{12}$", Provision("""{"Type":"String","Value":"on"}""").Ref);

    [Theory]
    [InlineData("""{"Type":"String","Value":"42","AllowedPattern":"^\\d+$"}""")]
    [InlineData("""{"Type":"String","Value":"on","DataType":"text","Tier":"Intelligent-Tiering"}""")]
    [InlineData("""{"Name":"/1/2/3/4/5/6/7/8/9/10/11/12/13/14/a_b.c-d","Type":"String","Value":"on"}""")]
    public void WhatAParameterCanBe_IsProvisioned(string properties) => Assert.NotEmpty(Provision(properties).Ref);

    [Theory]
    [InlineData("""{"Type":"SecureString","Value":"a"}""", "'Type' is not valid: it must be String or StringList")]
    [InlineData("""{"Type":"String","Value":""}""", "'Value' is not valid: it must have 1 to 4096 bytes in the tier Standard")]
    [InlineData("""{"Type":"String","Value":"a","Tier":"Best"}""", "'Tier' is not valid: it must be Standard, Advanced or Int")]
    [InlineData("""{"Type":"String","Value":"a","DataType":"aws:ec2:image"}""", "'DataType' is not supported locally: a parameter is text")]
    [InlineData("""{"Type":"String","Value":"a","AllowedPattern":"[0-9]"}""", "'Value' is not valid: it must match AllowedPattern, '[0")]
    [InlineData("""{"Type":"String","Value":"a","AllowedPattern":"("}""", "'AllowedPattern' is not valid: it must be a regular expression")]
    [InlineData("""{"Name":"a b","Type":"String","Value":"a"}""", "'Name' is not valid: it must be of letters, digits and the symbols")]
    [InlineData("""{"Name":"a/b","Type":"String","Value":"a"}""", "'Name' is not valid: it must begin with a slash, since it has one")]
    [InlineData("""{"Name":"/AWS/b","Type":"String","Value":"a"}""", "'Name' is not valid: it must not begin with aws or ssm")]
    [InlineData("""{"Name":"ssm-b","Type":"String","Value":"a"}""", "'Name' is not valid: it must not begin with aws or ssm")]
    [InlineData(
        """{"Name":"/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16","Type":"String","Value":"a"}""",
        "'Name' is not valid: it must have 15 levels at most")]
    public void WhatNoParameterCanBe_IsRefused(string properties, string message) => Assert.Contains(
        message, Assert.Throws<StartupException>(() => Provision(properties)).Message, StringComparison.Ordinal);

    [Fact]
    public void Value_OfMoreThan4096Bytes_NeedsTheTierAdvanced()
    {
        var value = new string('é', 2049);

        Assert.Contains(
            "'Value' is not valid: it must have 1 to 4096 bytes in the tier Standard",
            Assert.Throws<StartupException>(() => Provision($$"""{"Type":"String","Value":"{{value}}"}""")).Message,
            StringComparison.Ordinal);
        Assert.Equal(value, Provision($$"""{"Type":"String","Value":"{{value}}","Tier":"Advanced"}""").Attributes["Value"]);
    }

    [Fact]
    public void Name_ThatIsTooLong_OrThatAnotherParameterHas_IsRefused()
    {
        var tooLong = new string('a', 1000);
        Provision("""{"Name":"mode","Type":"String","Value":"on"}""");

        Assert.Contains(
            "'Name' is not valid: another parameter has the name 'mode'",
            Assert.Throws<StartupException>(() => Provision("""{"Name":"mode","Type":"String","Value":"off"}""")).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "'Name' is not valid: its ARN must have 1011 characters at most",
            Assert.Throws<StartupException>(() => Provision($$"""{"Name":"{{tooLong}}","Type":"String","Value":"a"}""")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ManyMistakes_AreFoundAtOnce() => Assert.Equal(
        ["Name", "Type", "Value"],
        Assert.Throws<StartupException>(() => Provision("""{"Name":"a b","Type":"Text","Value":""}""")).All.Select(one => one.Property));

    private ProvisionedResource Provision(string properties) => _type.Provision(
        new TemplateResource("Test", "Mode", _type.Name, JsonNode.Parse(properties)!.AsObject()));
}
