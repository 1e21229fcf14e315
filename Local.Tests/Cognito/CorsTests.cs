using System.Net;

namespace Lexicon.Local.Tests.Cognito;

[Collection(nameof(PoolFixture))]
public sealed class CorsTests(PoolFixture fixture)
{
    private readonly RunningPool pool = fixture.Pool;

    [Theory]
    [InlineData("oauth2/token")]
    [InlineData("oauth2/userInfo")]
    public async Task Preflight_FromTheSite_IsAllowed(string path)
    {
        using var message = new HttpRequestMessage(HttpMethod.Options, new Uri(pool.Aws, path));
        message.Headers.Add("Origin", "http://localhost:1");
        message.Headers.Add("Access-Control-Request-Method", "POST");
        message.Headers.Add("Access-Control-Request-Headers", "authorization");

        using var answer = await pool.Http.SendAsync(message);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("authorization", answer.Headers.GetValues("Access-Control-Allow-Headers").Single());
    }

    [Fact]
    public async Task Discovery_IsReadableFromAnotherOrigin()
    {
        using var answer = await pool.Http.GetAsync(new Uri($"{pool.Issuer}/.well-known/openid-configuration"));

        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }
}
