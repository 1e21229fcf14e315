using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;

namespace Lexicon.Benchmarks.Subjects;

[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
internal sealed partial class SubjectJson : JsonSerializerContext;
