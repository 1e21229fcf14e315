using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Lexicon.Functions.Store;

namespace Lexicon.Functions.Tests.Support;

/// <summary>
/// A table of a test class, declared from <see cref="TableSchema"/>, in the one engine of the run. It has a database of its own, by an
/// access key that nobody can guess.
/// </summary>
public sealed class TestTable : IAsyncLifetime
{
    public const string Name = "Lexicon";

    // It lives for seconds: what a long life would pay back is not worth its start.
    private static readonly Lazy<Task<DynamoDbLocal>> Engine = new(() => DynamoDbLocal.StartAsync(
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));

    private readonly BasicAWSCredentials _credentials = NewCredentials();
    private Uri? _endpoint;

    internal MeteredDynamoDb Client { get; private set; } = null!;

    internal Uri Endpoint => _endpoint!;

    internal AWSCredentials Credentials => _credentials;

    internal string AccessKey => _credentials.GetCredentials().AccessKey;

    public async Task InitializeAsync()
    {
        _endpoint = (await Engine.Value).Endpoint;
        Client = new(_credentials, new() { ServiceURL = _endpoint.ToString(), Timeout = TimeSpan.FromSeconds(30) });
        await Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [.. KeyAttributes().Distinct()
                .Select(name => new AttributeDefinition(name, ScalarAttributeType.S))],
            KeySchema = Keys(TableSchema.PartitionKey, TableSchema.SortKey),
            GlobalSecondaryIndexes = [.. TableSchema.Indexes.Select(index => new GlobalSecondaryIndex
            {
                IndexName = index.Name,
                KeySchema = Keys(index.PartitionKey, index.SortKey),
                Projection = new() { ProjectionType = ProjectionType.ALL },
            })],
            LocalSecondaryIndexes = [.. TableSchema.LocalIndexes.Select(index => new LocalSecondaryIndex
            {
                IndexName = index.Name,
                KeySchema = Keys(index.PartitionKey, index.SortKey),
                Projection = new() { ProjectionType = ProjectionType.ALL },
            })],
        });
    }

    public Task DisposeAsync()
    {
        Client.Dispose();
        return Task.CompletedTask;
    }

    internal static BasicAWSCredentials NewCredentials() => new(Guid.NewGuid().ToString("N"), "secret");

    /// <summary>A client of its own, for what a test does to it.</summary>
    internal MeteredDynamoDb NewClient() => new(_credentials, new() { ServiceURL = Endpoint.ToString() });

    /// <summary>The API on this table, as a reader whom no other test knows.</summary>
    internal Api Api() => new(this, Client, TimeProvider.System);

    /// <summary>Everything in one partition.</summary>
    internal async Task<List<Item>> PartitionAsync(string partition)
    {
        var request = new QueryRequest
        {
            TableName = Name,
            KeyConditionExpression = "pk = :pk",
            ExpressionAttributeValues = new() { [":pk"] = new AttributeValue(partition) },
            ConsistentRead = true,
        };
        List<Item> items = [];
        do
        {
            var response = await Client.QueryAsync(request);
            items.AddRange(response.Items);
            request.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return items;
    }

    private static IEnumerable<string> KeyAttributes() =>
    [
        TableSchema.PartitionKey,
        TableSchema.SortKey,
        .. TableSchema.Indexes.Concat(TableSchema.LocalIndexes).SelectMany(index => new[] { index.PartitionKey, index.SortKey }),
    ];

    private static List<KeySchemaElement> Keys(string partition, string sort) =>
        [new(partition, KeyType.HASH), new(sort, KeyType.RANGE)];
}
