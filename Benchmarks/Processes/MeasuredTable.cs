using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Lexicon.Benchmarks.Processes;

/// <summary>The table that the measured functions put into and get from, in an engine that is warm.</summary>
internal static class MeasuredTable
{
    public const string Name = "Measured";

    private const int WarmingRequests = 300;

    public static async Task CreateAsync(Uri engine)
    {
        var environment = BuildOutput.LambdaEnvironment;
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials(environment["AWS_ACCESS_KEY_ID"], environment["AWS_SECRET_ACCESS_KEY"]),
            new AmazonDynamoDBConfig { ServiceURL = engine.ToString(), AuthenticationRegion = environment["AWS_REGION"] });
        _ = await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("sk", ScalarAttributeType.S)],
            KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
        });
        var key = new Dictionary<string, AttributeValue> { ["pk"] = new() { S = "WARM" }, ["sk"] = new() { S = "1" } };
        for (var i = 0; i < WarmingRequests; i++)
        {
            _ = await client.PutItemAsync(Name, key);
            _ = await client.GetItemAsync(Name, key);
        }
    }
}
