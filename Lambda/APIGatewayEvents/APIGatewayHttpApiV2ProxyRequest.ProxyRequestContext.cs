#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.APIGatewayEvents;

public partial class APIGatewayHttpApiV2ProxyRequest
{
    /// <summary>The request as API Gateway sees it.</summary>
    public class ProxyRequestContext
    {
        /// <summary>The account that owns the API.</summary>
        public string AccountId { get; set; }

        /// <summary>The API's id.</summary>
        public string ApiId { get; set; }

        /// <summary>What the authorizer said.</summary>
        public AuthorizerDescription Authorizer { get; set; }

        /// <summary>The host that the caller addressed.</summary>
        public string DomainName { get; set; }

        /// <summary>The first label of <see cref="DomainName"/>.</summary>
        public string DomainPrefix { get; set; }

        /// <summary>The request line and who sent it.</summary>
        public HttpDescription Http { get; set; }

        /// <summary>The id of the request.</summary>
        public string RequestId { get; set; }

        /// <summary>The id of the route.</summary>
        public string RouteId { get; set; }

        /// <summary>The route that was selected.</summary>
        public string RouteKey { get; set; }

        /// <summary>The stage.</summary>
        public string Stage { get; set; }

        /// <summary>When the request came, as <c>dd/MMM/yyyy:HH:mm:ss +-hhmm</c>.</summary>
        public string Time { get; set; }

        /// <summary>When the request came, in milliseconds since 1970.</summary>
        public long TimeEpoch { get; set; }
    }
}
