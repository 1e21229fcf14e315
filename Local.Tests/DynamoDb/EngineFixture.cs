using Amazon.DynamoDBv2;

namespace Lexicon.Local.Tests.DynamoDb;

/// <summary>One engine with the sample table behind the endpoint, for all tests that do not end it.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    private readonly string data = TemporaryFolder.Create();
    private RunningDynamoDb? running;

    internal RunningDynamoDb Running => running!;

    internal IAmazonDynamoDB Root => Running.Root;

    public async Task InitializeAsync() => running = await RunningDynamoDb.StartAsync(data, SampleTable.Template);

    public async Task DisposeAsync()
    {
        await Running.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
