#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

using System.Text.Json.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>
/// The answer of a Lambda authorizer of an HTTP API with a policy
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html).
/// </summary>
public class APIGatewayCustomAuthorizerV2IamResponse
{
    /// <summary>Who the caller is.</summary>
    [JsonPropertyName("principalId")]
    public string PrincipalID { get; set; }

    /// <summary>What the caller may invoke.</summary>
    [JsonPropertyName("policyDocument")]
    public APIGatewayCustomAuthorizerPolicy PolicyDocument { get; set; } = new();

    /// <summary>Values for the integration.</summary>
    [JsonPropertyName("context")]
    public Dictionary<string, object> Context { get; set; }
}
