using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.CloudFormation;

public sealed class ResourceGraphTests
{
    [Fact]
    public void ProvisionAll_FollowsReferencesAcrossStacks()
    {
        using var folder = new AssemblyFolder()
            .With("Later", """{"Resources":{"B":{"Type":"Test::Note","Properties":{"Text":{"Fn::ImportValue":"a-text"}}}}}""")
            .With("Sooner", """
                {"Resources":{"A":{"Type":"Test::Note","Properties":{"Text":"one"}}},
                 "Outputs":{"O":{"Value":{"Fn::GetAtt":["A","Text"]},"Export":{"Name":"a-text"}}}}
                """);

        var graph = folder.Graph();
        graph.ProvisionAll();

        var b = graph.Nodes.Single(node => node.LogicalId == "B");
        Assert.Equal("one", b.Provisioned!.Attributes["Text"]);
        Assert.Equal(["A"], b.DependsOn.Select(node => node.LogicalId));
    }

    [Fact]
    public void ProvisionAll_WithACircle_NamesIt()
    {
        using var folder = new AssemblyFolder().With("One", """
            {"Resources":{"A":{"Type":"Test::Note","Properties":{"Text":{"Ref":"B"}}},
                          "B":{"Type":"Test::Note","DependsOn":["C"]},
                          "C":{"Type":"Test::Note","Properties":{"Text":{"Fn::Sub":"${A}"}}}}}
            """);

        var refusal = Assert.Throws<StartupException>(() => folder.Graph().ProvisionAll());

        Assert.Equal("One/C (Test::Note): property 'Text': circular dependency: A -> B -> C -> A", refusal.Message);
    }

    [Fact]
    public void ProvisionAll_LeavesOutWhatItsConditionExcludes()
    {
        using var folder = new AssemblyFolder().With("One", """
            {"Conditions":{"Never":{"Fn::Equals":["a","b"]}},
             "Resources":{"A":{"Type":"Test::Note","DependsOn":"B"},"B":{"Type":"Test::Note","Condition":"Never"}},
             "Outputs":{"Gone":{"Value":{"Ref":"B"},"Condition":"Never"},"Here":{"Value":{"Ref":"A"}}}}
            """);

        var assembly = folder.Load();
        var graph = new ResourceGraph(assembly, Notes.Types);
        graph.ProvisionAll();

        Assert.Equal(["A"], graph.Nodes.Select(node => node.LogicalId));
        Assert.Equal("note-A", Assert.Single(graph.OutputsOf(assembly.Stacks[0])).Value);
    }

    [Fact]
    public void ProvisionAll_ConvertsScalarsAsCloudFormationDoes()
    {
        using var folder = new AssemblyFolder().With("One", """
            {"Resources":{"A":{"Type":"Test::Note","Properties":{"Number":"42","Flag":"true","Text":7,"Lines":[1,true,"x"]}}}}
            """);

        var graph = folder.Graph();
        graph.ProvisionAll();

        var attributes = graph.Nodes.Single().Provisioned!.Attributes;
        Assert.Equal(("42", "True", "7", "1|true|x"), (attributes["Number"], attributes["Flag"], attributes["Text"], attributes["Lines"]));
    }

    [Fact]
    public void PhysicalName_IsTheSameAtEveryStartAndFitsItsLimit()
    {
        var resource = new TemplateResource("Lexicon-dev-Api", "ListGlossariesFunction0A1B2C3D", "AWS::Lambda::Function", []);

        Assert.Equal(resource.PhysicalName(), (resource with { Properties = [] }).PhysicalName());
        Assert.StartsWith("Lexicon-dev-Api-ListGlossariesFunction0A1B2C3D-", resource.PhysicalName(), StringComparison.Ordinal);
        Assert.Equal(40, resource.PhysicalName(40).Length);
        Assert.NotEqual(resource.ShortId(10), (resource with { Stack = "Lexicon-prod-Api" }).ShortId(10));
    }
}
