#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>
/// The event of a Lambda authorizer of an HTTP API, format 2.0
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html).
/// </summary>
public class APIGatewayCustomAuthorizerV2Request
{
    /// <summary>The format, <c>2.0</c>.</summary>
    public string Version { get; set; }

    /// <summary>Always <c>REQUEST</c>.</summary>
    public string Type { get; set; }

    /// <summary>The route that is called, as an ARN.</summary>
    public string RouteArn { get; set; }

    /// <summary>The values that identify the caller, from where the authorizer says.</summary>
    public List<string> IdentitySource { get; set; }

    /// <summary>The route that was selected.</summary>
    public string RouteKey { get; set; }

    /// <summary>The path as it came.</summary>
    public string RawPath { get; set; }

    /// <summary>The query as it came.</summary>
    public string RawQueryString { get; set; }

    /// <summary>The cookies.</summary>
    public List<string> Cookies { get; set; }

    /// <summary>The headers; several values of one have commas between them.</summary>
    public Dictionary<string, string> Headers { get; set; }

    /// <summary>The query; several values of one parameter have commas between them.</summary>
    public Dictionary<string, string> QueryStringParameters { get; set; }

    /// <summary>The values of the path parameters.</summary>
    public Dictionary<string, string> PathParameters { get; set; }

    /// <summary>The stage's variables.</summary>
    public Dictionary<string, string> StageVariables { get; set; }

    /// <summary>The request as API Gateway sees it.</summary>
    public APIGatewayHttpApiV2ProxyRequest.ProxyRequestContext RequestContext { get; set; }
}
