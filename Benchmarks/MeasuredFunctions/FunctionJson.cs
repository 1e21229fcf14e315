using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;

namespace Lexicon.Benchmarks.MeasuredFunctions;

[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
internal sealed partial class FunctionJson : JsonSerializerContext;
