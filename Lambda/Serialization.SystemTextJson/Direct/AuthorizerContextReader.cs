using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Serialization.SystemTextJson.Direct;

/// <summary>Reads an <see cref="APIGatewayCustomAuthorizerContext"/>, whose values are <see cref="JsonElement"/>s.</summary>
internal static class AuthorizerContextReader
{
    public static APIGatewayCustomAuthorizerContext? Read(ref Utf8JsonReader reader)
    {
        if (!JsonObject.Enter(ref reader, JsonTokenType.StartObject))
        {
            return null;
        }

        var context = new APIGatewayCustomAuthorizerContext();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            context[name] = reader.TokenType is JsonTokenType.Null ? null! : JsonElement.ParseValue(ref reader);
        }

        return context;
    }
}
