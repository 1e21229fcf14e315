#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>
/// The event of a proxy integration, of a REST API or of a WebSocket API. Every member may be null: a WebSocket message has no
/// path, a GET no body, and API Gateway writes null for empty collections
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format).
/// </summary>
public partial class APIGatewayProxyRequest
{
    /// <summary>The resource that matched, with its parameters as <c>{name}</c>.</summary>
    public string Resource { get; set; }

    /// <summary>The path as the caller sent it, without the stage.</summary>
    public string Path { get; set; }

    /// <summary>The HTTP method.</summary>
    public string HttpMethod { get; set; }

    /// <summary>The headers; of a header sent several times the last value.</summary>
    public IDictionary<string, string> Headers { get; set; }

    /// <summary>The headers with all their values.</summary>
    public IDictionary<string, IList<string>> MultiValueHeaders { get; set; }

    /// <summary>The query, decoded; of a parameter sent several times the last value.</summary>
    public IDictionary<string, string> QueryStringParameters { get; set; }

    /// <summary>The query with all values of each parameter, decoded.</summary>
    public IDictionary<string, IList<string>> MultiValueQueryStringParameters { get; set; }

    /// <summary>The values of the resource's path parameters.</summary>
    public IDictionary<string, string> PathParameters { get; set; }

    /// <summary>The stage's variables.</summary>
    public IDictionary<string, string> StageVariables { get; set; }

    /// <summary>The request as API Gateway sees it: caller, stage, ids.</summary>
    public ProxyRequestContext RequestContext { get; set; }

    /// <summary>The body: text, or base64 where <see cref="IsBase64Encoded"/> says so.</summary>
    public string Body { get; set; }

    /// <summary>Whether <see cref="Body"/> is base64 of a binary body.</summary>
    public bool IsBase64Encoded { get; set; }
}
