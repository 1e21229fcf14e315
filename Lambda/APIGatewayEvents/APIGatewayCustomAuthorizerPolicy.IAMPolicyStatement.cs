using System.Text.Json.Serialization;

namespace Amazon.Lambda.APIGatewayEvents;

public partial class APIGatewayCustomAuthorizerPolicy
{
    /// <summary>One statement of an IAM policy.</summary>
    public class IAMPolicyStatement
    {
        /// <summary><c>Allow</c> or <c>Deny</c>.</summary>
        [JsonPropertyName("Effect")]
        public string Effect { get; set; } = "Allow";

        /// <summary>The actions.</summary>
        [JsonPropertyName("Action")]
        public HashSet<string>? Action { get; set; }

        /// <summary>The resources, ARNs with wildcards.</summary>
        [JsonPropertyName("Resource")]
        public HashSet<string>? Resource { get; set; }
    }
}
