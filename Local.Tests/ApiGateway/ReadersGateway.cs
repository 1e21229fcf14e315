namespace Lexicon.Local.Tests.ApiGateway;

/// <summary>A gateway whose method <c>GET /me</c> asks the readers' user pool who is there.</summary>
internal static class ReadersGateway
{
    /// <summary>What API Gateway says to whoever brings no token that counts.</summary>
    public const string Unauthorized = """{"message":"Unauthorized"}""";

    /// <summary>The gateway, running.</summary>
    /// <param name="method">Further properties of the method.</param>
    public static async Task<RunningApiGateway> StartAsync(object? method = null)
    {
        var gateway = new RunningApiGateway();
        gateway.Api();
        var authorizer = gateway.Provision("AWS::ApiGateway::Authorizer", "Readers", new
        {
            RestApiId = gateway.ApiId,
            Name = "Readers",
            Type = "COGNITO_USER_POOLS",
            IdentitySource = "method.request.header.Authorization",
            ProviderARNs = new[] { FakeUserPool.Arn },
        });
        gateway.ResourceId("/me");
        gateway.Provision("AWS::ApiGateway::Method", "Me", new
        {
            RestApiId = gateway.ApiId,
            ResourceId = gateway.ResourceId("/me"),
            HttpMethod = "GET",
            AuthorizationType = "COGNITO_USER_POOLS",
            AuthorizerId = authorizer["AuthorizerId"],
            Integration = new { Type = "AWS_PROXY", IntegrationHttpMethod = "POST", Uri = RunningApiGateway.InvocationUri() },
        }, method);
        gateway.Stage();
        await gateway.StartAsync();
        return gateway;
    }

    /// <summary>The claims of an ID token that is good for an hour, and more.</summary>
    public static Dictionary<string, object> Claims(RunningApiGateway gateway, Dictionary<string, object> more)
    {
        var now = gateway.Clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = FakeUserPool.Issuer,
            ["sub"] = "11111111-2222-3333-4444-555555555555",
            ["aud"] = "client-1",
            ["token_use"] = "id",
            ["auth_time"] = now,
            ["iat"] = now,
            ["exp"] = now + 3600,
        };
        foreach (var (name, value) in more)
        {
            claims[name] = value;
        }

        return claims;
    }

    /// <summary>Asks for <c>/me</c> with a header <c>Authorization</c>.</summary>
    public static Task<HttpResponseMessage> GetAsync(RunningApiGateway gateway, string authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/dev/me");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return gateway.Client.SendAsync(request);
    }
}
