using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Lexicon.Benchmarks.MeasuredFunctions;

// The whole event is read and one answer written; nothing is done in between.
static Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest request, ILambdaContext context) =>
    Task.FromResult(new APIGatewayProxyResponse
    {
        StatusCode = 200,
        Headers = new Dictionary<string, string> { ["Content-Type"] = "text/plain" },
        Body = request.RequestContext?.Authorizer?.Claims?["sub"],
    });

await LambdaBootstrapBuilder
    .Create<APIGatewayProxyRequest, APIGatewayProxyResponse>(HandleAsync, new SourceGeneratorLambdaJsonSerializer<FunctionJson>())
    .Build()
    .RunAsync();
