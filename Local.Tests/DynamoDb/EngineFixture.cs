using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>One engine with the sample table behind the endpoint, for all tests that do not end it.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    private readonly string _data = TemporaryFolder.Create();
    private RunningDynamoDb? _running;

    internal RunningDynamoDb Running => _running!;

    internal IAmazonDynamoDB Root => Running.Root;

    internal ProvisionedResource Table => Running.Tables[0];

    public async Task InitializeAsync() => _running = await RunningDynamoDb.StartAsync(_data, SampleTable.Template);

    public async Task DisposeAsync()
    {
        await Running.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    internal static Dictionary<string, AttributeValue> Key(string pk, string sk) => new() { ["pk"] = new(pk), ["sk"] = new(sk) };

    internal Task PutAsync(string pk, string sk, string text = "text", string tag = "none") =>
        Root.PutItemAsync(SampleTable.Name, new(Key(pk, sk)) { ["text"] = new(text), ["tag"] = new(tag) });
}
