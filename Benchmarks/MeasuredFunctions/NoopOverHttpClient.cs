using System.Net.Http.Headers;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Lexicon.Benchmarks.MeasuredFunctions;

// What Noop does, with an HttpClient between it and the Runtime API: the lever of a socket of our own.
var serializer = new SourceGeneratorLambdaJsonSerializer<FunctionJson>();
using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
var invocations = $"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/invocation/";
while (true)
{
    using var next = await client.GetAsync(new Uri(invocations + "next"));
    var requestId = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").First();
    var request = serializer.Deserialize<APIGatewayProxyRequest>(await next.Content.ReadAsStreamAsync());

    using var output = new MemoryStream();
    serializer.Serialize(
        new APIGatewayProxyResponse
        {
            StatusCode = 200,
            Headers = new Dictionary<string, string> { ["Content-Type"] = "text/plain" },
            Body = request.RequestContext?.Authorizer?.Claims?["sub"],
        },
        output);
    output.Position = 0;
    using var content = new StreamContent(output);
    content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
    using var answer = await client.PostAsync(new Uri($"{invocations}{requestId}/response"), content);
}
