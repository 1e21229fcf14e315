#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.APIGatewayEvents;

public partial class APIGatewayHttpApiV2ProxyRequest
{
    /// <summary>What the authorizer said.</summary>
    public class AuthorizerDescription
    {
        /// <summary>The token, of a JWT authorizer.</summary>
        public JwtDescription Jwt { get; set; }

        /// <summary>The context, of a Lambda authorizer.</summary>
        public IDictionary<string, object> Lambda { get; set; }

        /// <summary>The token of a JWT authorizer.</summary>
        public class JwtDescription
        {
            /// <summary>The claims.</summary>
            public IDictionary<string, string> Claims { get; set; }

            /// <summary>The scopes; null where the route asks for none.</summary>
            public string[] Scopes { get; set; }
        }
    }
}
