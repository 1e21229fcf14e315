using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Serialization.SystemTextJson.Direct;

/// <summary>Reads an <see cref="APIGatewayProxyRequest"/>.</summary>
internal static class ProxyRequestReader
{
    public static APIGatewayProxyRequest? Read(ReadOnlySpan<byte> utf8Json)
    {
        var reader = new Utf8JsonReader(utf8Json);
        reader.Read();
        var request = JsonObject.Read(ref reader, new APIGatewayProxyRequest(), Set);

        // Whatever follows is an error, and the reader throws it.
        reader.Read();
        return request;
    }

    private static bool Set(APIGatewayProxyRequest request, scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        if (name.Is("resource"u8))
        {
            request.Resource = reader.GetString();
        }
        else if (name.Is("path"u8))
        {
            request.Path = reader.GetString();
        }
        else if (name.Is("httpMethod"u8))
        {
            request.HttpMethod = reader.GetString();
        }
        else if (name.Is("headers"u8))
        {
            request.Headers = JsonObject.ReadTexts(ref reader);
        }
        else if (name.Is("multiValueHeaders"u8))
        {
            request.MultiValueHeaders = JsonObject.ReadLists(ref reader);
        }
        else if (name.Is("queryStringParameters"u8))
        {
            request.QueryStringParameters = JsonObject.ReadTexts(ref reader);
        }
        else if (name.Is("multiValueQueryStringParameters"u8))
        {
            request.MultiValueQueryStringParameters = JsonObject.ReadLists(ref reader);
        }
        else if (name.Is("pathParameters"u8))
        {
            request.PathParameters = JsonObject.ReadTexts(ref reader);
        }
        else if (name.Is("stageVariables"u8))
        {
            request.StageVariables = JsonObject.ReadTexts(ref reader);
        }
        else if (name.Is("requestContext"u8))
        {
            request.RequestContext = RequestContextReader.Read(ref reader);
        }
        else if (name.Is("body"u8))
        {
            request.Body = reader.GetString();
        }
        else if (name.Is("isBase64Encoded"u8))
        {
            request.IsBase64Encoded = reader.GetBoolean();
        }
        else
        {
            return false;
        }

        return true;
    }
}
