#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

using System.Text.Json.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>An IAM policy that allows or denies <c>execute-api:Invoke</c>.</summary>
public partial class APIGatewayCustomAuthorizerPolicy
{
    /// <summary>The version of the policy language.</summary>
    [JsonPropertyName("Version")]
    public string Version { get; set; } = "2012-10-17";

    /// <summary>The statements.</summary>
    [JsonPropertyName("Statement")]
    public List<IAMPolicyStatement> Statement { get; set; } = [];
}
