#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>
/// The event of an HTTP API, format 2.0
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
/// </summary>
public partial class APIGatewayHttpApiV2ProxyRequest
{
    /// <summary>The format, <c>2.0</c>.</summary>
    public string Version { get; set; }

    /// <summary>The route that was selected.</summary>
    public string RouteKey { get; set; }

    /// <summary>The path as it came.</summary>
    public string RawPath { get; set; }

    /// <summary>The query as it came.</summary>
    public string RawQueryString { get; set; }

    /// <summary>The cookies.</summary>
    public string[] Cookies { get; set; }

    /// <summary>The headers; several values of one have commas between them.</summary>
    public IDictionary<string, string> Headers { get; set; }

    /// <summary>The query; several values of one parameter have commas between them.</summary>
    public IDictionary<string, string> QueryStringParameters { get; set; }

    /// <summary>The request as API Gateway sees it.</summary>
    public ProxyRequestContext RequestContext { get; set; }

    /// <summary>The body, in base64 where <see cref="IsBase64Encoded"/> says so.</summary>
    public string Body { get; set; }

    /// <summary>The values of the path parameters.</summary>
    public IDictionary<string, string> PathParameters { get; set; }

    /// <summary>Whether the body is base64.</summary>
    public bool IsBase64Encoded { get; set; }

    /// <summary>The stage's variables.</summary>
    public IDictionary<string, string> StageVariables { get; set; }
}
