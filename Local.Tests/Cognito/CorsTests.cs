using System.Net;

namespace Lexicon.Local.Tests.Cognito;

[Collection(nameof(PoolFixture))]
public sealed class CorsTests(PoolFixture fixture)
{
    private readonly RunningCognito _pool = fixture.Pool;

    [Theory]
    [InlineData("oauth2/token")]
    [InlineData("oauth2/userInfo")]
    public async Task Preflight_FromTheSite_IsAllowed(string path)
    {
        using var message = new HttpRequestMessage(HttpMethod.Options, new Uri(_pool.Aws, path));
        message.Headers.Add("Origin", "http://localhost:1");
        message.Headers.Add("Access-Control-Request-Method", "POST");
        message.Headers.Add("Access-Control-Request-Headers", "authorization");

        using var answer = await _pool.Http.SendAsync(message);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("authorization", answer.Headers.GetValues("Access-Control-Allow-Headers").Single());
    }

    [Theory]
    [InlineData("InitiateAuth", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("DeleteUser", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("ChangePassword", "null", HttpStatusCode.Forbidden)]
    [InlineData("InitiateAuth", "http://localhost:9200", HttpStatusCode.BadRequest)]
    public async Task Operation_FromAPageOfAnotherMachine_IsRefused(string operation, string origin, HttpStatusCode status)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, _pool.Aws);
        message.Headers.Add("Origin", origin);
        message.Headers.Add("X-Amz-Target", $"AWSCognitoIdentityProviderService.{operation}");
        message.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/x-amz-json-1.1");

        using var answer = await _pool.Http.SendAsync(message);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Discovery_IsReadableFromAnotherOrigin()
    {
        using var answer = await _pool.Http.GetAsync(new Uri($"{_pool.Issuer}/.well-known/openid-configuration"));

        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }
}
