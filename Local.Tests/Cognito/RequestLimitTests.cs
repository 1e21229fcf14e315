using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.Cognito;

[Collection(nameof(PoolFixture))]
public sealed class RequestLimitTests(PoolFixture fixture)
{
    [Fact]
    public async Task Request_ThatIsTooLarge_IsRefusedInTheServicesWords()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, fixture.Pool.Aws)
        {
            Content = new ByteArrayContent(new byte[(128 * 1024) + 1]),
        };
        request.Headers.Add("X-Amz-Target", "AWSCognitoIdentityProviderService.SignUp");
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");

        using var response = await fixture.Pool.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("RequestEntityTooLargeException:", Assert.Single(response.Headers.GetValues("x-amzn-ErrorType")));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"__type":"RequestEntityTooLargeException","message":"The request body is too large."}"""),
            JsonNode.Parse(await response.Content.ReadAsStringAsync())));
    }
}
