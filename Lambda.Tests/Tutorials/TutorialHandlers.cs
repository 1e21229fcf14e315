using System.Net;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Core.ResponseStreaming;

namespace Lexicon.Lambda.Tests.Tutorials;

/// <summary>
/// Handlers as tutorials have them, which know nothing of null: they compile here without a warning, as against Amazon's packages.
/// </summary>
internal static class TutorialHandlers
{
    public static APIGatewayProxyResponse Proxy(APIGatewayProxyRequest request, ILambdaContext context)
    {
        string name = request.QueryStringParameters["name"];
        string agent = request.Headers["User-Agent"];
        string from = request.RequestContext.Identity.SourceIp;
        context.Logger.LogLine($"{context.Identity.IdentityId} {context.ClientContext.Custom?.Count}");
        return new APIGatewayProxyResponse
        {
            StatusCode = (int)HttpStatusCode.OK,
            Body = $"{name.Length} {agent.Length} {from.Length} {request.Body.Length}",
            Headers = new Dictionary<string, string> { { "Content-Type", "text/plain" } },
        };
    }

    public static APIGatewayCustomAuthorizerResponse Authorize(APIGatewayCustomAuthorizerRequest request)
    {
        bool allowed = request.AuthorizationToken.Equals("allow", StringComparison.Ordinal);
        var statement = new APIGatewayCustomAuthorizerPolicy.IAMPolicyStatement
        {
            Effect = allowed ? "Allow" : "Deny",
            Action = new HashSet<string> { "execute-api:Invoke" },
            Resource = new HashSet<string> { request.MethodArn },
        };
        var policy = new APIGatewayCustomAuthorizerPolicy();
        policy.Statement.Add(statement);
        return new APIGatewayCustomAuthorizerResponse
        {
            PrincipalID = "user",
            PolicyDocument = policy,
            Context = null,
        };
    }

    public static string Message(APIGatewayProxyRequest request)
    {
        string connection = request.RequestContext.ConnectionId;
        long since = request.RequestContext.ConnectedAt;
        return $"{connection.ToUpperInvariant()} {since} {request.RequestContext.RouteKey.Length} {request.Body.Trim()}";
    }

    public static async Task StreamAsync(byte[] bytes)
    {
        await using LambdaResponseStream stream = LambdaResponseStreamFactory.CreateStream();
        await stream.WriteAsync(bytes);
    }
}
