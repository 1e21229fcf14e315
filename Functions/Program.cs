using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Lexicon.Functions;
using Lexicon.Functions.Json;

await LambdaBootstrapBuilder
    .Create<APIGatewayProxyRequest, APIGatewayProxyResponse>(
        Function.FromEnvironment().HandleAsync, new SourceGeneratorLambdaJsonSerializer<EventJson>())
    .Build()
    .RunAsync();
