#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

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
        public HashSet<string> Action { get; set; }

        /// <summary>The resources, ARNs with wildcards.</summary>
        [JsonPropertyName("Resource")]
        public HashSet<string> Resource { get; set; }

        /// <summary>The resources that the statement does not speak of, in place of <see cref="Resource"/>.</summary>
        [JsonPropertyName("NotResource")]
        public HashSet<string> NotResource { get; set; }

        /// <summary>
        /// When the statement holds: values by key, by operator
        /// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html).
        /// </summary>
        [JsonPropertyName("Condition")]
        public IDictionary<string, IDictionary<string, object>> Condition { get; set; }
    }
}
