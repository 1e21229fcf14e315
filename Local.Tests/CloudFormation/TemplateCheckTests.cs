namespace Lexicon.Local.Tests.CloudFormation;

public sealed class TemplateCheckTests
{
    [Theory]
    [InlineData(
        """{"A":{"Type":"AWS::Quantum::Computer"}}""",
        "One/A: the resource type AWS::Quantum::Computer is not supported by the local runner")]
    [InlineData(
        """{"A":{"Type":"Test::Note","Properties":{"Colour":"red"}}}""",
        "One/A (Test::Note): the property 'Colour' is not supported by the local runner")]
    [InlineData(
        """{"A":{"Type":"Test::Note","Properties":{"Parts":[{"Name":"a"},{"Name":"b","Size":1}]}}}""",
        "One/A (Test::Note): the property 'Parts[1].Size' is not supported by the local runner")]
    [InlineData(
        """{"A":{"Type":"Test::Note","Properties":{"Fn::If":["C",{"Colour":1},{}]}}}""",
        "One/A (Test::Note): the property 'Colour' is not supported by the local runner")]
    [InlineData(
        """{"A":{"Type":"Test::Note","Properties":{"Text":{"Ref":"B"}}}}""",
        "One/A: refers to 'B', which is not a resource or parameter of stack One")]
    [InlineData(
        """{"A":{"Type":"Test::Note","Properties":{"Text":{"Fn::Sub":["${X} ${Y.Arn}",{"X":{"Fn::GetAtt":["A","Text"]}}]}}}}""",
        "One/A: refers to 'Y', which is not a resource or parameter of stack One")]
    [InlineData("""{"A":{"Type":"Test::Note","DependsOn":["B"]}}""", "One/A: depends on 'B', which is not a resource of stack One")]
    [InlineData(
        """{"A":{"Type":"Test::Note","Mood":"good"}}""", "One/A (Test::Note): the attribute 'Mood' is not supported by the local runner")]
    public void Run_RefusesByName(string resources, string refusal)
    {
        using var folder = new AssemblyFolder().With("One", $$"""{"Resources":{{resources}}}""");

        Assert.Equal([refusal], folder.Check().Refused);
    }

    [Fact]
    public void Run_FindsEveryRefusal()
    {
        using var folder = new AssemblyFolder()
            .With("One", """{"Resources":{"A":{"Type":"Test::Note","Properties":{"X":1,"Y":2}}}}""")
            .With("Two", """{"Resources":{"B":{"Type":"No::Such"}}}""");

        Assert.Equal(3, folder.Check().Refused.Length);
    }

    [Fact]
    public void Run_ListsWhatIsIgnoredWithItsReason()
    {
        using var folder = new AssemblyFolder().With("One", """
            {"Resources":{"A":{"Type":"Test::Note","DeletionPolicy":"Retain","Properties":{"Labels":{"any":["thing"]},"Map":{"k":"v"}}}}}
            """);

        var check = folder.Check();

        Assert.Empty(check.Refused);
        Assert.Equal(
            [
                "One/A (Test::Note): DeletionPolicy: nothing is deleted but by make clean",
                "One/A (Test::Note): Labels: notes have no labels here",
            ],
            check.Ignored.Select(finding => finding.Line));
    }

    [Fact]
    public void Run_ListsRulesAsIgnored()
    {
        using var folder = new AssemblyFolder()
            .With(
                "One",
                """{"Rules":{"R":{"Assertions":[{"Assert":{"Fn::Contains":[["6"],{"Ref":"V"}]}}]}}"""
                    + ""","Parameters":{"V":{"Type":"String","Default":"6"}},"Resources":{"A":{"Type":"Test::Note"}}}""")
            .With("Two", """{"Rules":{},"Resources":{"A":{"Type":"Test::Note"}}}""");

        Assert.Equal(["One: Rules: they check parameters at a deployment"], folder.Check().Ignored.Select(finding => finding.Line));
    }

    [Fact]
    public void Run_ReplacesTheProviderOfACustomResourceThatIsProvisionedNatively()
    {
        const string Resources = """
            {"Thing":{"Type":"Custom::Thing","Properties":{"ServiceToken":{"Fn::GetAtt":["Provider","Arn"]}}},
             "Provider":{"Type":"AWS::Lambda::Function","Properties":{"Runtime":"anything","Layers":[{"Ref":"Layer"}]}},
             "Layer":{"Type":"AWS::Lambda::LayerVersion","Properties":{"Content":1}}}
            """;
        using var folder = new AssemblyFolder().With("One", $$"""{"Resources":{{Resources}}}""");

        Assert.Empty(folder.Check().Refused);
        var graph = folder.Graph();
        graph.ProvisionAll();
        Assert.StartsWith("arn:aws:lambda:us-east-1:123456789012:function:One-Provider-",
            graph.Nodes.Single(node => node.LogicalId == "Provider").Provisioned!.Attributes["Arn"], StringComparison.Ordinal);
    }
}
