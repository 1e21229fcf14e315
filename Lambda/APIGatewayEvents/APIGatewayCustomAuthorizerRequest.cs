#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>
/// The event of a Lambda authorizer: of type <c>TOKEN</c> with the token alone, or <c>REQUEST</c> with the request
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html).
/// </summary>
public class APIGatewayCustomAuthorizerRequest
{
    /// <summary><c>TOKEN</c> or <c>REQUEST</c>.</summary>
    public string Type { get; set; }

    /// <summary><c>TOKEN</c>: the token from the header that the authorizer names.</summary>
    public string AuthorizationToken { get; set; }

    /// <summary>
    /// The method that is called, as an ARN: <c>arn:aws:execute-api:{region}:{account}:{api}/{stage}/{method}/{path}</c>.
    /// </summary>
    public string MethodArn { get; set; }

    /// <summary><c>REQUEST</c>: the path.</summary>
    public string Path { get; set; }

    /// <summary><c>REQUEST</c>: the HTTP method.</summary>
    public string HttpMethod { get; set; }

    /// <summary><c>REQUEST</c>: the headers.</summary>
    public IDictionary<string, string> Headers { get; set; }

    /// <summary><c>REQUEST</c>: the query.</summary>
    public IDictionary<string, string> QueryStringParameters { get; set; }

    /// <summary><c>REQUEST</c>: the values of the path parameters.</summary>
    public IDictionary<string, string> PathParameters { get; set; }

    /// <summary><c>REQUEST</c>: the stage's variables.</summary>
    public IDictionary<string, string> StageVariables { get; set; }

    /// <summary><c>REQUEST</c>: the request as API Gateway sees it.</summary>
    public APIGatewayProxyRequest.ProxyRequestContext RequestContext { get; set; }
}
