using System.Text.Json.Nodes;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;
using static Lexicon.Local.Tests.ApiGateway.ReadersGateway;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class CognitoAuthorizerTests
{
    [Theory]
    [InlineData("Bearer ")]
    [InlineData("bearer ")]
    [InlineData("")]
    public async Task IdToken_WithOrWithoutBearer_PassesWithItsClaimsAsStrings(string prefix)
    {
        await using var gateway = await StartAsync();
        var token = gateway.Pool.Token(Claims(gateway, new()
        {
            ["cognito:groups"] = new[] { "editors", "readers" },
            ["email_verified"] = true,
        }));

        var response = await GetAsync(gateway, prefix + token);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(
            JsonNode.Parse("""
                {
                  "claims": {
                    "iss": "http://localhost:9202/us-east-1_Test",
                    "sub": "11111111-2222-3333-4444-555555555555",
                    "aud": "client-1",
                    "token_use": "id",
                    "auth_time": "1795342530",
                    "iat": "Sun Nov 22 10:15:30 UTC 2026",
                    "exp": "Sun Nov 22 11:15:30 UTC 2026",
                    "cognito:groups": "editors,readers",
                    "email_verified": "true"
                  }
                }
                """)!.ToString(),
            gateway.Functions.Event["requestContext"]!["authorizer"]!.ToString());
    }

    [Fact]
    public async Task NoHeader_IsUnauthorized()
    {
        await using var gateway = await StartAsync();

        await FailureAsync(await gateway.Client.GetAsync("/dev/me"), 401, "UnauthorizedException", Unauthorized);
        Assert.Empty(gateway.Functions.Events);
    }

    [Theory]
    [InlineData("access", "openid lexicon/write", 200)]
    [InlineData("access", "openid", 401)]
    [InlineData("access", "lexicon/writer", 401)]
    [InlineData("id", "lexicon/write", 401)]
    public async Task MethodWithScopes_WantsAnAccessTokenWithOneOfThem(string use, string scope, int status)
    {
        await using var gateway = await StartAsync(new { AuthorizationScopes = new[] { "lexicon/read", "lexicon/write" } });
        var claims = Claims(gateway, new() { ["scope"] = scope });
        claims["token_use"] = use;

        Assert.Equal(status, (int)(await GetAsync(gateway, "Bearer " + gateway.Pool.Token(claims))).StatusCode);
    }

    [Fact]
    public async Task MethodWithoutAuthorizer_PassesAnyHeader()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync(path: "/me");

        Assert.Equal(200, (int)(await GetAsync(gateway, "Bearer nonsense")).StatusCode);
        Assert.False(gateway.Functions.Event["requestContext"]!.AsObject().ContainsKey("authorizer"));
    }

    [Fact]
    public async Task Refusal_IsInTheAccessLog()
    {
        await using var gateway = await StartAsync();
        gateway.Stage(new
        {
            AccessLogSetting = new
            {
                DestinationArn = "arn:aws:logs:us-east-1:123456789012:log-group:access",
                Format = "$context.authorizer.status $context.authorizer.error",
            },
        });

        await gateway.Client.GetAsync("/dev/me");

        Assert.Equal(["401 Unauthorized"], gateway.Logs.Of("access"));
    }
}
