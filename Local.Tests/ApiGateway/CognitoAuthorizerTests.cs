using System.Text;
using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.Authorizers;
using Microsoft.IdentityModel.Tokens;
using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class CognitoAuthorizerTests
{
    private const string Unauthorized = """{"message":"Unauthorized"}""";

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
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.bm90IGpzb24.c2ln")]
    public async Task WhatIsNoToken_IsUnauthorized(string authorization)
    {
        await using var gateway = await StartAsync();

        await FailureAsync(await GetAsync(gateway, authorization), 401, "UnauthorizedException", Unauthorized);
        Assert.Equal(0, gateway.Pool.Asked);
    }

    [Fact]
    public async Task ExpiredToken_IsToldSo_FromItsLastSecondOn()
    {
        await using var gateway = await StartAsync();
        var token = "Bearer " + gateway.Pool.Token(Claims(gateway, []));

        gateway.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (int)(await GetAsync(gateway, token)).StatusCode);
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        await FailureAsync(
            await GetAsync(gateway, token), 401, "UnauthorizedException", """{"message":"The incoming token has expired"}""");
    }

    [Theory]
    [InlineData("iss", "http://localhost:9202/us-east-1_Other")]
    [InlineData("iss", "http://localhost:9202/us-east-1_Test/")]
    [InlineData("token_use", "access")]
    [InlineData("token_use", "")]
    [InlineData("exp", null)]
    public async Task TokenWithAnotherClaim_IsUnauthorized(string claim, string? value)
    {
        await using var gateway = await StartAsync();
        var claims = Claims(gateway, []);
        claims.Remove(claim);
        if (value is not null)
        {
            claims[claim] = value;
        }

        var response = await GetAsync(gateway, "Bearer " + gateway.Pool.Token(claims));

        await FailureAsync(response, 401, "UnauthorizedException", Unauthorized);
    }

    [Fact]
    public async Task TokenOfAnotherKey_UnderTheSameId_IsUnauthorized()
    {
        await using var gateway = await StartAsync();

        var response = await GetAsync(gateway, "Bearer " + gateway.Pool.Token(Claims(gateway, []), FakeUserPool.OtherKey));

        await FailureAsync(response, 401, "UnauthorizedException", Unauthorized);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task ChangedToken_IsUnauthorized(int part)
    {
        await using var gateway = await StartAsync();
        var parts = gateway.Pool.Token(Claims(gateway, [])).Split('.');
        var bytes = Base64UrlEncoder.DecodeBytes(parts[part]);
        var text = Encoding.Latin1.GetString(bytes);
        parts[part] = part == 2
            ? Base64UrlEncoder.Encode([(byte)(bytes[0] ^ 1), .. bytes[1..]])
            : Base64UrlEncoder.Encode(Encoding.Latin1.GetBytes(part == 0
                ? text.Replace("RS256", "RS384", StringComparison.Ordinal)
                : text.Replace("5555", "5556", StringComparison.Ordinal)));

        await FailureAsync(
            await GetAsync(gateway, "Bearer " + string.Join('.', parts)), 401, "UnauthorizedException", Unauthorized);
    }

    [Fact]
    public async Task TokenSignedWithAnotherAlgorithm_IsUnauthorized()
    {
        await using var gateway = await StartAsync();

        var response = await GetAsync(gateway, "Bearer " + gateway.Pool.Token(Claims(gateway, []), algorithm: "RS512"));

        await FailureAsync(response, 401, "UnauthorizedException", Unauthorized);
    }

    [Fact]
    public async Task Keys_AreAskedForOnce_AndAgainForAnUnknownId_AtMostOnceInAPause()
    {
        await using var gateway = await StartAsync();
        Assert.Equal(200, (int)(await GetAsync(gateway, gateway.Pool.Token(Claims(gateway, [])))).StatusCode);
        Assert.Equal(200, (int)(await GetAsync(gateway, gateway.Pool.Token(Claims(gateway, [])))).StatusCode);
        Assert.Equal(1, gateway.Pool.Asked);

        gateway.Pool.Rotate("key-2");
        Assert.Equal(401, (int)(await GetAsync(gateway, gateway.Pool.Token(Claims(gateway, [])))).StatusCode);
        Assert.Equal(1, gateway.Pool.Asked);

        gateway.Clock.Advance(KeyRing.Pause);
        Assert.Equal(200, (int)(await GetAsync(gateway, gateway.Pool.Token(Claims(gateway, [])))).StatusCode);
        Assert.Equal(401, (int)(await GetAsync(gateway, gateway.Pool.Token(Claims(gateway, []), keyId: "forged"))).StatusCode);
        Assert.Equal(2, gateway.Pool.Asked);
    }

    [Fact]
    public async Task KeysOutOfReach_AreAFailureOfTheAuthorizer()
    {
        await using var gateway = await StartAsync();
        gateway.Pool.IsDown = true;

        var response = await GetAsync(gateway, "Bearer " + gateway.Pool.Token(Claims(gateway, [])));

        await FailureAsync(response, 500, "AuthorizerConfigurationException", """{"message":null}""");
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
        await using var gateway = await Gateway.WithMethodAsync(path: "/me");

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

    private static async Task<Gateway> StartAsync(object? method = null)
    {
        var gateway = new Gateway();
        gateway.Api();
        var authorizer = gateway.Realise("AWS::ApiGateway::Authorizer", "Readers", new
        {
            RestApiId = gateway.ApiId,
            Name = "Readers",
            Type = "COGNITO_USER_POOLS",
            IdentitySource = "method.request.header.Authorization",
            ProviderARNs = new[] { FakeUserPool.Arn },
        });
        gateway.ResourceId("/me");
        gateway.Realise("AWS::ApiGateway::Method", "Me", new
        {
            RestApiId = gateway.ApiId,
            ResourceId = gateway.ResourceId("/me"),
            HttpMethod = "GET",
            AuthorizationType = "COGNITO_USER_POOLS",
            AuthorizerId = authorizer["AuthorizerId"],
            Integration = new { Type = "AWS_PROXY", IntegrationHttpMethod = "POST", Uri = Gateway.InvocationUri() },
        }, method);
        gateway.Stage();
        await gateway.StartAsync();
        return gateway;
    }

    private static Dictionary<string, object> Claims(Gateway gateway, Dictionary<string, object> more)
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

    private static Task<HttpResponseMessage> GetAsync(Gateway gateway, string authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/dev/me");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return gateway.Client.SendAsync(request);
    }
}
