#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

using System.Text.Json.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>
/// The simple answer of a Lambda authorizer of an HTTP API
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html).
/// </summary>
public class APIGatewayCustomAuthorizerV2SimpleResponse
{
    /// <summary>Whether the caller may.</summary>
    [JsonPropertyName("isAuthorized")]
    public bool IsAuthorized { get; set; }

    /// <summary>Values for the integration.</summary>
    [JsonPropertyName("context")]
    public Dictionary<string, object> Context { get; set; }
}
