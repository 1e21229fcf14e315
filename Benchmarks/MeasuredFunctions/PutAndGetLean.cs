using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Lexicon.Benchmarks.MeasuredFunctions;

// What PutAndGet does, with calls that are signed by hand and sent over one socket in place of the SDK: a prototype, to know what
// the SDK costs. No retries, no timeouts, no second connection, no error but an exception.
var table = Environment.GetEnvironmentVariable("TABLE_NAME");
using var client = new LeanDynamoDb(new Uri(Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_DYNAMODB")!));

await LambdaBootstrapBuilder
    .Create<APIGatewayProxyRequest, APIGatewayProxyResponse>(HandleAsync, new SourceGeneratorLambdaJsonSerializer<FunctionJson>())
    .Build()
    .RunAsync();

async Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest request, ILambdaContext context)
{
    using var put = await client.CallAsync("PutItem", json =>
    {
        WriteKey(json, "Item", context.AwsRequestId, request.Body);
        json.WriteString("TableName", table);
    });
    using var read = await client.CallAsync("GetItem", json =>
    {
        WriteKey(json, "Key", context.AwsRequestId, body: null);
        json.WriteString("TableName", table);
        json.WriteBoolean("ConsistentRead", true);
    });
    return new()
    {
        StatusCode = 200,
        Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" },
        Body = read.RootElement.GetProperty("Item").GetProperty("body").GetProperty("S").GetString(),
    };
}

static void WriteKey(Utf8JsonWriter json, string name, string sortKey, string? body)
{
    json.WriteStartObject(name);
    WriteText(json, "pk", "MEASURED");
    WriteText(json, "sk", sortKey);
    if (body is not null)
    {
        WriteText(json, "body", body);
    }

    json.WriteEndObject();
}

static void WriteText(Utf8JsonWriter json, string name, string text)
{
    json.WriteStartObject(name);
    json.WriteString("S", text);
    json.WriteEndObject();
}
