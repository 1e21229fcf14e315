using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.CloudFormation;

public sealed class IntrinsicTests
{
    [Theory]
    [InlineData("""{"Ref":"Greeting"}""", "\"hello\"")]
    [InlineData("""{"Ref":"Other"}""", "\"note-Other\"")]
    [InlineData("""{"Ref":"AWS::Region"}""", "\"us-east-1\"")]
    [InlineData("""{"Ref":"AWS::AccountId"}""", "\"123456789012\"")]
    [InlineData("""{"Ref":"AWS::StackName"}""", "\"One\"")]
    [InlineData("""{"Ref":"AWS::URLSuffix"}""", "\"amazonaws.com\"")]
    [InlineData("""{"Ref":"Words"}""", """["a","b"]""")]
    [InlineData("""{"Fn::GetAtt":["Other","Text"]}""", "\"from other\"")]
    [InlineData("""{"Fn::GetAtt":"Other.Dotted.Name"}""", "\"dotted\"")]
    [InlineData("""{"Fn::Join":["-",["a",{"Ref":"Greeting"},1,true]]}""", "\"a-hello-1-true\"")]
    [InlineData("""{"Fn::Join":["",[]]}""", "\"\"")]
    [InlineData("""{"Fn::Join":[",",{"Ref":"Words"}]}""", "\"a,b\"")]
    [InlineData("""{"Fn::Split":["/","https://host/path"]}""", """["https:","","host","path"]""")]
    [InlineData("""{"Fn::Select":["2",{"Fn::Split":["/","https://host/path"]}]}""", "\"host\"")]
    [InlineData("""{"Fn::Select":[0,["x","y"]]}""", "\"x\"")]
    [InlineData(
        """{"Fn::Sub":"${Greeting} ${Other} ${Other.Text} ${!Literal} ${AWS::Region}"}""",
        "\"hello note-Other from other ${Literal} us-east-1\"")]
    [InlineData("""{"Fn::Sub":["${A} ${Greeting}",{"A":{"Ref":"Other"}}]}""", "\"note-Other hello\"")]
    [InlineData("""{"Fn::FindInMap":["Sizes","big","cpu"]}""", "\"4\"")]
    [InlineData("""{"Fn::Base64":"käse"}""", "\"a8Okc2U=\"")]
    [InlineData("""{"Fn::GetAZs":""}""", """["us-east-1a","us-east-1b","us-east-1c"]""")]
    [InlineData("""{"Fn::Cidr":["10.0.0.0/16",3,8]}""", """["10.0.0.0/24","10.0.1.0/24","10.0.2.0/24"]""")]
    [InlineData("""{"Fn::Cidr":["2001:db8::/56","2","64"]}""", """["2001:db8::/64","2001:db8:0:1::/64"]""")]
    [InlineData("""{"Fn::If":["Yes","then",{"Fn::Nothing":0}]}""", "\"then\"")]
    [InlineData("""{"Fn::If":["No",{"Fn::Nothing":0},"else"]}""", "\"else\"")]
    [InlineData("""{"Fn::If":["Both","then","else"]}""", "\"else\"")]
    [InlineData("""{"Fn::If":["Either","then","else"]}""", "\"then\"")]
    [InlineData("""{"a":[1,{"Ref":"AWS::NoValue"},2],"b":{"Ref":"AWS::NoValue"}}""", """{"a":[1,2]}""")]
    [InlineData("""{"Condition":{"StringEquals":1}}""", """{"Condition":{"StringEquals":1}}""")]
    [InlineData("""{"Fn::ImportValue":{"Fn::Sub":"shared-${AWS::Region}"}}""", "\"note-Exported\"")]
    public void Evaluate_GivesCloudFormationsValue(string expression, string expected)
    {
        using var folder = Templates(expression);

        var graph = folder.Graph();
        graph.ProvisionAll();

        var anything = JsonNode.Parse(Subject(graph).Provisioned!.Attributes["Json"])!["Anything"];
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), anything!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"Fn::Select":[5,["x"]]}""", "Fn::Select cannot select 5 of a list of 1")]
    [InlineData("""{"Fn::Join":["-"]}""", "Fn::Join takes a list of 2 members")]
    [InlineData("""{"Fn::FindInMap":["Sizes","huge","cpu"]}""", "Fn::FindInMap finds nothing under Sizes.huge.cpu")]
    [InlineData(
        """{"Fn::GetAtt":["Other","Colour"]}""", "Fn::GetAtt Other.Colour: the local runner gives no such attribute for Test::Note")]
    [InlineData("""{"Fn::ImportValue":"nowhere"}""", "no stack exports 'nowhere'")]
    [InlineData("""{"Fn::If":["Perhaps",1,2]}""", "there is no condition 'Perhaps'")]
    [InlineData("""{"Fn::Length":[1]}""", "Fn::Length needs the transform AWS::LanguageExtensions")]
    [InlineData("""{"Fn::Transform":{"Name":"x"}}""", "the intrinsic function 'Fn::Transform' is not supported by the local runner")]
    [InlineData("""{"Ref":"Secret"}""", "parameter 'Secret' has no value: it has no default and the cloud assembly gives none")]
    [InlineData(
        """{"Ref":"FromSsm"}""",
        "parameter 'FromSsm' is not supported: its value is read from Parameter Store before anything is provisioned")]
    [InlineData("""{"Fn::Cidr":["10.0.0.0/24",3,8]}""", "Fn::Cidr cannot cut 3 blocks of 8 host bits out of 10.0.0.0/24")]
    [InlineData("""{"Fn::Split":["","x"]}""", "Fn::Split takes a delimiter that is not empty")]
    public void Evaluate_WithAMistake_IsRefusedWithItsPlace(string expression, string message)
    {
        using var folder = Templates(expression);

        var refusal = Assert.Throws<StartupException>(() => folder.Graph().ProvisionAll());

        Assert.Equal($"One/Subject (Test::Note): property 'Anything': {message}", refusal.Message);
    }

    [Fact]
    public void Evaluate_WithLanguageExtensions_KnowsLengthAndJson()
    {
        using var folder = new AssemblyFolder().With("One", """
            {"Transform":"AWS::LanguageExtensions","Mappings":{"M":{"a":{"b":"c"}}},
             "Resources":{"Subject":{"Type":"Test::Note","Properties":{
              "Text":{"Fn::ToJsonString":{"n":{"Fn::Length":["x","y"]},"d":{"Fn::FindInMap":["M","a","z",{"DefaultValue":"none"}]}}}}}}}
            """);

        var graph = folder.Graph();
        graph.ProvisionAll();

        Assert.Equal("""{"n":2,"d":"none"}""", Subject(graph).Provisioned!.Attributes["Text"]);
    }

    private static ResourceNode Subject(ResourceGraph graph) => graph.Nodes.Single(node => node.LogicalId == "Subject");

    private static AssemblyFolder Templates(string expression) => new AssemblyFolder()
        .With("Zero", """
            {"Resources":{"Exported":{"Type":"Test::Note"}},
             "Outputs":{"Shared":{"Value":{"Ref":"Exported"},"Export":{"Name":{"Fn::Join":["-",["shared",{"Ref":"AWS::Region"}]]}}}}}
            """)
        .With("One", """
            {"Parameters":{"Greeting":{"Type":"String","Default":"hello"},"Words":{"Type":"CommaDelimitedList","Default":"a, b"},
                           "Secret":{"Type":"String"},"FromSsm":{"Type":"AWS::SSM::Parameter::Value<String>","Default":"/x"}},
             "Mappings":{"Sizes":{"big":{"cpu":"4"}}},
             "Conditions":{"Yes":{"Fn::Equals":[{"Ref":"Greeting"},"hello"]},"No":{"Fn::Not":[{"Condition":"Yes"}]},
                           "Both":{"Fn::And":[{"Condition":"Yes"},{"Condition":"No"}]},
                           "Either":{"Fn::Or":[{"Condition":"Yes"},{"Condition":"No"}]}},
             "Resources":{"Subject":{"Type":"Test::Note","Properties":{"Anything":EXPRESSION}},
                          "Other":{"Type":"Test::Note","Properties":{"Text":"from other"}}}}
            """.Replace("EXPRESSION", expression, StringComparison.Ordinal));
}
