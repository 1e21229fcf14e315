using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Runtime.Internal;
using Lexicon.Benchmarks.MeasuredFunctions;
using Lexicon.Functions.Store;

// What PutAndGet does, noting when.
Moments.Add("main");
RuntimePipelineCustomizerRegistry.Instance.Register(new MomentHandler.Customizer());
var table = Environment.GetEnvironmentVariable("TABLE_NAME");
using var client = DynamoDbClients.FromEnvironment();
Moments.Add("client");

await LambdaBootstrapBuilder
    .Create<APIGatewayProxyRequest, APIGatewayProxyResponse>(HandleAsync, new SourceGeneratorLambdaJsonSerializer<FunctionJson>())
    .Build()
    .RunAsync();

async Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest request, ILambdaContext context)
{
    Moments.Add("handler");
    MomentHandler.Call = "put";
    var key = new Dictionary<string, AttributeValue> { ["pk"] = new() { S = "MEASURED" }, ["sk"] = new() { S = context.AwsRequestId } };
    var item = new Dictionary<string, AttributeValue>(key) { ["body"] = new() { S = request.Body } };
    await client.PutItemAsync(new PutItemRequest { TableName = table, Item = item });
    Moments.Add("put done");
    MomentHandler.Call = "get";
    var read = await client.GetItemAsync(new GetItemRequest { TableName = table, Key = key, ConsistentRead = true });
    Moments.Add("get done");
    return new()
    {
        StatusCode = 200,
        Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json", ["Moments"] = Moments.Told() },
        Body = read.Item["body"].S,
    };
}
