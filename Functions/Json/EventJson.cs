using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;

namespace Lexicon.Functions.Json;

/// <summary>Reads the events of API Gateway and writes the answers, with code made at build time.</summary>
[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
[JsonSerializable(typeof(APIGatewayCustomAuthorizerRequest))]
[JsonSerializable(typeof(APIGatewayCustomAuthorizerResponse))]
internal sealed partial class EventJson : JsonSerializerContext;
