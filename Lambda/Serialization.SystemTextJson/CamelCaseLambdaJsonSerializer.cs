using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary><see cref="DefaultLambdaJsonSerializer"/> that writes property names in camel case.</summary>
[RequiresUnreferencedCode("Serializes by reflection. Use SourceGeneratorLambdaJsonSerializer with a JsonSerializerContext.")]
[RequiresDynamicCode("Serializes by reflection. Use SourceGeneratorLambdaJsonSerializer with a JsonSerializerContext.")]
public class CamelCaseLambdaJsonSerializer()
    : DefaultLambdaJsonSerializer(static options => options.PropertyNamingPolicy = new AwsNamingPolicy(JsonNamingPolicy.CamelCase));
