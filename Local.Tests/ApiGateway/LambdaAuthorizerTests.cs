using System.Text.Json.Nodes;
using Lexicon.Local.Lambda;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class LambdaAuthorizerTests
{
    private const string AuthorizerArn = "arn:aws:lambda:us-east-1:123456789012:function:Authorizer";
    private const string Unauthorized = """{"message":"Unauthorized"}""";

    [Fact]
    public async Task TokenAuthorizer_GetsTokenAndMethodArn_AndItsValuesReachTheFunctionAsStrings()
    {
        await using var gateway = await StartAsync(
            Token, request => Policy("Allow", "*", """{"name":"x","number":1.5,"flag":true,"nothing":null}"""));

        var response = await GetAsync(gateway, "/dev/items/a%20b", "secret");

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(
            $$"""
            {"type":"TOKEN","methodArn":"arn:aws:execute-api:us-east-1:123456789012:{{gateway.ApiId}}/dev/GET/items/a%20b",
            "authorizationToken":"secret"}
            """.ReplaceLineEndings(""),
            gateway.Functions.Events[0].ToJsonString());
        Assert.Equal(AuthorizerArn, gateway.Functions.Invocations[0].FunctionArn);
        Assert.Matches(
            $"^arn:aws:execute-api:us-east-1:123456789012:{gateway.ApiId}/authorizers/[a-z0-9]{{6}}$",
            gateway.Functions.Invocations[0].Invocation.SourceArn);
        Assert.Equal(
            """{"principalId":"user","name":"x","number":"1.5","flag":"true","integrationLatency":0}""",
            gateway.Functions.Event["requestContext"]!["authorizer"]!.ToJsonString());
    }

    [Fact]
    public async Task RequestAuthorizer_GetsTheRequestWithoutItsBody()
    {
        await using var gateway = await StartAsync(
            new { Type = "REQUEST", IdentitySource = "method.request.header.Authorization,method.request.querystring.q" },
            _ => Policy("Allow", "*"));

        Assert.Equal(200, (int)(await GetAsync(gateway, "/dev/items/1?q=x", "secret")).StatusCode);
        var request = gateway.Functions.Events[0];
        Assert.Equal(
            ["type", "methodArn", "resource", "path", "httpMethod", "headers", "multiValueHeaders", "queryStringParameters",
             "multiValueQueryStringParameters", "pathParameters", "stageVariables", "requestContext"],
            request.Select(member => member.Key));
        Assert.Equal("REQUEST", (string?)request["type"]);
        Assert.Equal("""{"q":"x"}""", request["queryStringParameters"]!.ToJsonString());
        Assert.Equal("{}", request["stageVariables"]!.ToJsonString());
        Assert.Equal(401, (int)(await GetAsync(gateway, "/dev/items/1", "secret")).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("secret!")]
    public async Task RequestWithoutAFittingToken_IsUnauthorized_WithoutAskingTheFunction(string? token)
    {
        await using var gateway = await StartAsync(
            new { Type = "TOKEN", IdentitySource = "method.request.header.Authorization", IdentityValidationExpression = "[a-z]+" },
            _ => Policy("Allow", "*"));

        await FailureAsync(await GetAsync(gateway, "/dev/items/1", token), 401, "UnauthorizedException", Unauthorized);
        Assert.Empty(gateway.Functions.Events);
    }

    [Fact]
    public async Task DenyingPolicy_IsAccessDenied()
    {
        await using var gateway = await StartAsync(Token, _ => Policy("Deny", "*"));

        await FailureAsync(
            await GetAsync(gateway, "/dev/items/1", "secret"), 403, "AccessDeniedException",
            """{"Message":"User is not authorized to access this resource with an explicit deny in an identity-based policy"}""");
    }

    [Fact]
    public async Task PolicyForAnotherMethod_IsAccessDenied()
    {
        await using var gateway = await StartAsync(Token, _ => Policy("Allow", "arn:aws:execute-api:us-east-1:123456789012:*/dev/PUT/*"));

        await FailureAsync(
            await GetAsync(gateway, "/dev/items/1", "secret"), 403, "AccessDeniedException",
            """{"Message":"User is not authorized to access this resource because no identity-based policy allows the """
                + """execute-api:Invoke action"}""");
    }

    [Fact]
    public async Task FunctionThatFailsWithUnauthorized_IsUnauthorized()
    {
        await using var gateway = await StartAsync(
            Token, _ => FakeFunctions.Payload("""{"errorMessage":"Unauthorized","errorType":"Exception"}""", "Unhandled"));

        await FailureAsync(await GetAsync(gateway, "/dev/items/1", "secret"), 401, "UnauthorizedException", Unauthorized);
    }

    [Theory]
    [InlineData("""{"errorMessage":"boom"}""", "Unhandled")]
    [InlineData("not json", "Unhandled")]
    [InlineData("not json", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    [InlineData("""{"principalId":"user"}""", null)]
    [InlineData("""{"policyDocument":{"Version":"2012-10-17","Statement":[]}}""", null)]
    [InlineData(
        """{"principalId":"user","policyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Maybe","Action":"*","Resource":"*"}]}}""",
        null)]
    [InlineData(
        """{"principalId":"user","policyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"""
            + ""","context":{"a":{}}}""",
        null)]
    public async Task FunctionThatFailsOrAnswersInAnotherForm_IsAFailureOfTheAuthorizer(string payload, string? error)
    {
        await using var gateway = await StartAsync(Token, _ => FakeFunctions.Payload(payload, error));

        await FailureAsync(
            await GetAsync(gateway, "/dev/items/1", "secret"), 500, "AuthorizerConfigurationException", """{"message":null}""");
    }

    [Fact]
    public async Task Policy_IsKeptForItsTime_ForTheSameToken_AndDecidesEachMethod()
    {
        await using var gateway = await StartAsync(
            new { Type = "TOKEN", IdentitySource = "method.request.header.Authorization", AuthorizerResultTtlInSeconds = 60 },
            _ => Policy("Allow", "arn:aws:execute-api:us-east-1:123456789012:*/dev/GET/items/1"));
        int Asked() => gateway.Functions.Invocations.Count(invocation => invocation.FunctionArn == AuthorizerArn);

        Assert.Equal(200, (int)(await GetAsync(gateway, "/dev/items/1", "secret")).StatusCode);
        Assert.Equal(403, (int)(await GetAsync(gateway, "/dev/items/2", "secret")).StatusCode);
        Assert.Equal(1, Asked());
        await GetAsync(gateway, "/dev/items/1", "another");
        Assert.Equal(2, Asked());
        gateway.Clock.Advance(TimeSpan.FromSeconds(59));
        await GetAsync(gateway, "/dev/items/1", "secret");
        Assert.Equal(2, Asked());
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        await GetAsync(gateway, "/dev/items/1", "secret");
        Assert.Equal(3, Asked());
    }

    [Theory]
    [InlineData("127.0.0.0/8", 200)]
    [InlineData("203.0.113.0/24", 403)]
    public async Task ConditionsOfThePolicy_SeeTheRequest(string range, int status)
    {
        await using var gateway = await StartAsync(Token, _ => FakeFunctions.Payload($$"""
            {
              "principalId": "user",
              "policyDocument": {
                "Version": "2012-10-17",
                "Statement": [{
                  "Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "*",
                  "Condition": { "IpAddress": { "aws:SourceIp": "{{range}}" } }
                }]
              }
            }
            """));

        Assert.Equal(status, (int)(await GetAsync(gateway, "/dev/items/1", "secret")).StatusCode);
    }

    private static object Token => new { Type = "TOKEN", IdentitySource = "method.request.header.Authorization" };

    private static InvokeResponse Policy(string effect, string resource, string context = "{}") => FakeFunctions.Payload($$"""
        {
          "principalId": "user",
          "policyDocument": {
            "Version": "2012-10-17",
            "Statement": [{ "Effect": "{{effect}}", "Action": "execute-api:Invoke", "Resource": "{{resource}}" }]
          },
          "context": {{context}}
        }
        """);

    private static async Task<RunningApiGateway> StartAsync(object authorizer, Func<JsonObject, InvokeResponse> answer)
    {
        var gateway = new RunningApiGateway();
        gateway.Api();
        var id = gateway.Provision("AWS::ApiGateway::Authorizer", "Authorizer", new
        {
            RestApiId = gateway.ApiId,
            Name = "Authorizer",
            AuthorizerUri = RunningApiGateway.InvocationUri(AuthorizerArn),
        }, authorizer)["AuthorizerId"];
        gateway.Method("GET", "/items/{id}", new { AuthorizationType = "CUSTOM", AuthorizerId = id });
        gateway.Stage();
        gateway.Functions.Handler = (request, _) => Task.FromResult(
            request.ContainsKey("type") ? answer(request) : FakeFunctions.Payload("""{"statusCode":200}"""));
        await gateway.StartAsync();
        return gateway;
    }

    private static Task<HttpResponseMessage> GetAsync(RunningApiGateway gateway, string path, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        return gateway.Client.SendAsync(request);
    }
}
