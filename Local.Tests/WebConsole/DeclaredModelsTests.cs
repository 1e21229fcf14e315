using Lexicon.Local.CloudFormation;
using Lexicon.Local.DynamoDb;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Tests.CloudFormation;
using Lexicon.Local.Tests.Hosting;
using Lexicon.Local.WebConsole.Views;

namespace Lexicon.Local.Tests.WebConsole;

/// <summary>What templates declare of the items of a table.</summary>
public sealed class DeclaredModelsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon-model-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Model_OfATable_IsWhatItsMetadataDeclares_AndOfAnotherItIsEmpty()
    {
        using var assembly = new AssemblyFolder().With("App", """
            {"Resources":{
              "Declared":{"Type":"AWS::DynamoDB::Table","Metadata":{"DataModel":[{"Name":"note","Keys":[{"Partition":"NOTE#<id>"}]}]},
                "Properties":{"BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
                  "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}]}},
              "Plain":{"Type":"AWS::DynamoDB::Table",
                "Properties":{"BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
                  "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}]}}}}
            """);
        await using var tables = new DynamoDbService(TestSettings.In(_folder), new NoProcesses(), new Identities(TimeProvider.System));
        var graph = new ResourceGraph(assembly.Load(), new ResourceTypes(tables.ResourceTypes));
        graph.ProvisionAll();

        var models = new DeclaredModels(graph.Nodes);

        Assert.Equal(
            """[{"Name":"note","Keys":[{"Partition":"NOTE#\u003Cid\u003E"}]}]""",
            models.Of(NameOf("Declared")).ToJsonString());
        Assert.Empty(models.Of(NameOf("Plain")));

        string NameOf(string logicalId) => graph.Nodes.Single(node => node.LogicalId == logicalId).Provisioned!.Ref;
    }
}
