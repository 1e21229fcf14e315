#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.APIGatewayEvents;

public partial class APIGatewayProxyRequest
{
    /// <summary>The request as API Gateway sees it.</summary>
    public class ProxyRequestContext
    {
        /// <summary>The path with the stage in front.</summary>
        public string Path { get; set; }

        /// <summary>The account that owns the API.</summary>
        public string AccountId { get; set; }

        /// <summary>The id of the resource that matched.</summary>
        public string ResourceId { get; set; }

        /// <summary>The stage.</summary>
        public string Stage { get; set; }

        /// <summary>The id of the request, which the caller finds in <c>x-amzn-RequestId</c>.</summary>
        public string RequestId { get; set; }

        /// <summary>Who called.</summary>
        public RequestIdentity Identity { get; set; }

        /// <summary>The resource that matched, with its parameters as <c>{name}</c>.</summary>
        public string ResourcePath { get; set; }

        /// <summary>The HTTP method.</summary>
        public string HttpMethod { get; set; }

        /// <summary>The API's id.</summary>
        public string ApiId { get; set; }

        /// <summary>The id of the request, which the caller finds in <c>x-amz-apigw-id</c>.</summary>
        public string ExtendedRequestId { get; set; }

        /// <summary>WebSocket: the connection.</summary>
        public string ConnectionId { get; set; }

        /// <summary>WebSocket: when the connection was made, in milliseconds since 1970.</summary>
        public long ConnectedAt { get; set; }

        /// <summary>The host that the caller addressed.</summary>
        public string DomainName { get; set; }

        /// <summary>The first label of <see cref="DomainName"/>.</summary>
        public string DomainPrefix { get; set; }

        /// <summary>WebSocket: <c>CONNECT</c>, <c>MESSAGE</c> or <c>DISCONNECT</c>.</summary>
        public string EventType { get; set; }

        /// <summary>WebSocket: the id of the message.</summary>
        public string MessageId { get; set; }

        /// <summary>WebSocket: the route that was selected.</summary>
        public string RouteKey { get; set; }

        /// <summary>What the authorizer said: the claims of a user pool's token, or the context of a Lambda authorizer.</summary>
        public APIGatewayCustomAuthorizerContext Authorizer { get; set; }

        /// <summary>The name of the operation, where the method has one.</summary>
        public string OperationName { get; set; }

        /// <summary>An error of the API.</summary>
        public string Error { get; set; }

        /// <summary>The latency of the integration in milliseconds.</summary>
        public string IntegrationLatency { get; set; }

        /// <summary>WebSocket: <c>IN</c> or <c>OUT</c>.</summary>
        public string MessageDirection { get; set; }

        /// <summary>When the request came, as <c>dd/MMM/yyyy:HH:mm:ss +-hhmm</c>.</summary>
        public string RequestTime { get; set; }

        /// <summary>When the request came, in milliseconds since 1970.</summary>
        public long RequestTimeEpoch { get; set; }

        /// <summary>The status of the answer.</summary>
        public string Status { get; set; }
    }
}
