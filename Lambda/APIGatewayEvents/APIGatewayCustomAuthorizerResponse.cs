#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

using System.Text.Json.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>
/// The answer of a Lambda authorizer
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html).
/// </summary>
public class APIGatewayCustomAuthorizerResponse
{
    /// <summary>Who the caller is.</summary>
    [JsonPropertyName("principalId")]
    public string PrincipalID { get; set; }

    /// <summary>What the caller may invoke.</summary>
    [JsonPropertyName("policyDocument")]
    public APIGatewayCustomAuthorizerPolicy PolicyDocument { get; set; } = new();

    /// <summary>Values for the integration, strings, numbers and booleans only.</summary>
    [JsonPropertyName("context")]
    public APIGatewayCustomAuthorizerContextOutput Context { get; set; }

    /// <summary>The API key whose usage plan counts, where the API takes keys from its authorizer.</summary>
    [JsonPropertyName("usageIdentifierKey")]
    public string UsageIdentifierKey { get; set; }
}
