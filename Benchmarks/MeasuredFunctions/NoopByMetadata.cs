using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.RuntimeSupport;
using Lexicon.Benchmarks.MeasuredFunctions;

// What Noop does, with the JSON metadata of the event and the answer: the lever of reading and writing them without.
var json = new FunctionJson(new JsonSerializerOptions { PropertyNameCaseInsensitive = true });

await LambdaBootstrapBuilder.Create(Handle).Build().RunAsync();

Stream Handle(Stream input)
{
    var request = JsonSerializer.Deserialize(input, json.APIGatewayProxyRequest)!;
    var response = new APIGatewayProxyResponse
    {
        StatusCode = 200,
        Headers = new Dictionary<string, string> { ["Content-Type"] = "text/plain" },
        Body = request.RequestContext?.Authorizer?.Claims?["sub"],
    };
    var output = new MemoryStream();
    JsonSerializer.Serialize(output, response, json.APIGatewayProxyResponse);
    output.Position = 0;
    return output;
}
