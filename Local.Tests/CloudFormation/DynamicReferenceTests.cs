using Lexicon.Local.CloudFormation;
using Lexicon.Local.SecretsManager;
using Lexicon.Local.SecretsManager.Resources;

namespace Lexicon.Local.Tests.CloudFormation;

/// <summary>A dynamic reference is replaced before its resource is provisioned, wherever in the properties it is.</summary>
public sealed class DynamicReferenceTests
{
    [Fact]
    public void Reference_ToASecretOfAnotherStack_IsItsValue()
    {
        using var folder = new AssemblyFolder()
            .With("Later", """
                {"Resources":{"B":{"Type":"Test::Note","Properties":{"Text":
                    {"Fn::Join":["",["Bearer {{resolve:secretsmanager:",{"Fn::ImportValue":"key"},":SecretString}}."]]}}}}}
                """)
            .With("Sooner", """
                {"Resources":{"A":{"Type":"AWS::SecretsManager::Secret","Properties":{"SecretString":"abc"}}},
                 "Outputs":{"O":{"Value":{"Ref":"A"},"Export":{"Name":"key"}}}}
                """);

        var graph = new ResourceGraph(folder.Load(), Types);
        graph.ProvisionAll();

        Assert.Equal("Bearer abc.", graph.Nodes.Single(node => node.LogicalId == "B").Provisioned!.Attributes["Text"]);
    }

    [Theory]
    [InlineData("{{resolve:ssm:/app/key:1}}", "the dynamic reference '{{resolve:ssm:/app/key:1}}' is not supported")]
    [InlineData("{{resolve:secretsmanager:none}}", "'{{resolve:secretsmanager:none}}' refers to a value that does not exist")]
    public void Reference_ToNothing_IsRefused(string reference, string message)
    {
        const string Template = """{"Resources":{"B":{"Type":"Test::Note","Properties":{"Text":"?"}}}}""";
        using var folder = new AssemblyFolder().With("One", Template.Replace("?", reference, StringComparison.Ordinal));

        var refusal = Assert.Throws<StartupException>(() => new ResourceGraph(folder.Load(), Types).ProvisionAll());

        var subject = message[0] == 't' ? "" : "the dynamic reference ";
        Assert.Equal($"One/B (Test::Note): property 'Text': {subject}{message}", refusal.Message);
    }

    private static ResourceTypes Types =>
        new([Notes.Types.Find("Test::Note")!, new SecretType(new Secrets(Path.Combine(Path.GetTempPath(), "none"), TimeProvider.System))]);
}
