using System.Text;
using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Lexicon.Lambda.Tests.Events;

/// <summary>A source-generated context as handlers have one, and the two serializers that must behave alike.</summary>
internal sealed partial class TestJson
{
    public static ILambdaSerializer Serializer { get; } = new SourceGeneratorLambdaJsonSerializer<Context>();

    /// <summary>The events of HTTP APIs have types of the same names, which one context cannot list.</summary>
    public static ILambdaSerializer HttpApi { get; } = new SourceGeneratorLambdaJsonSerializer<HttpApiContext>();

    public static ILambdaSerializer ByReflection { get; } = new DefaultLambdaJsonSerializer();

    public static TheoryData<string> Serializers => [nameof(Serializer), nameof(ByReflection)];

    public static T Read<T>(string serializer, string json) =>
        Pick(serializer).Deserialize<T>(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    public static string Write<T>(string serializer, T value)
    {
        using var output = new MemoryStream();
        Pick(serializer).Serialize(value, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static ILambdaSerializer Pick(string serializer) => serializer switch
    {
        nameof(Serializer) => Serializer,
        nameof(HttpApi) => HttpApi,
        _ => ByReflection,
    };

    public sealed class Named
    {
        public string? Name { get; set; }
    }

    public sealed class Unlisted;

    public sealed class Moments
    {
        public DateTime When { get; set; }

        public DateTime? Maybe { get; set; }

        public MemoryStream? Data { get; set; }
    }

    [JsonSerializable(typeof(APIGatewayCustomAuthorizerV2Request))]
    [JsonSerializable(typeof(APIGatewayCustomAuthorizerV2SimpleResponse))]
    internal sealed partial class HttpApiContext : JsonSerializerContext;

    [JsonSerializable(typeof(Named))]
    [JsonSerializable(typeof(Moments))]
    [JsonSerializable(typeof(APIGatewayCustomAuthorizerV2IamResponse))]
    [JsonSerializable(typeof(APIGatewayProxyRequest))]
    [JsonSerializable(typeof(APIGatewayProxyResponse))]
    [JsonSerializable(typeof(APIGatewayCustomAuthorizerRequest))]
    [JsonSerializable(typeof(APIGatewayCustomAuthorizerResponse))]
    [JsonSerializable(typeof(bool))]
    [JsonSerializable(typeof(string[]))]
    internal sealed partial class Context : JsonSerializerContext;
}
