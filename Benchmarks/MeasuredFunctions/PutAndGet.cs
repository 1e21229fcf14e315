using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Lexicon.Benchmarks.MeasuredFunctions;
using Lexicon.Functions.Store;

// SDK_DEFAULTS takes a client as the SDK makes it, without the settings of DynamoDbClients.
var table = Environment.GetEnvironmentVariable("TABLE_NAME");
using var client = Environment.GetEnvironmentVariable("SDK_DEFAULTS") is null
    ? DynamoDbClients.FromEnvironment()
    : new AmazonDynamoDBClient();

await LambdaBootstrapBuilder
    .Create<APIGatewayProxyRequest, APIGatewayProxyResponse>(HandleAsync, new SourceGeneratorLambdaJsonSerializer<FunctionJson>())
    .Build()
    .RunAsync();

async Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest request, ILambdaContext context)
{
    var key = new Dictionary<string, AttributeValue> { ["pk"] = new() { S = "MEASURED" }, ["sk"] = new() { S = context.AwsRequestId } };
    var item = new Dictionary<string, AttributeValue>(key) { ["body"] = new() { S = request.Body } };
    await client.PutItemAsync(new PutItemRequest { TableName = table, Item = item });
    var read = await client.GetItemAsync(new GetItemRequest { TableName = table, Key = key, ConsistentRead = true });
    return new()
    {
        StatusCode = 200,
        Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" },
        Body = read.Item["body"].S,
    };
}
