using System.Net;
using System.Text.Json.Nodes;

namespace Lexicon.Local.Tests.Cognito;

[Collection(nameof(PoolFixture))]
public sealed class TokenTests(PoolFixture fixture)
{
    private readonly RunningCognito _pool = fixture.Pool;

    [Fact]
    public async Task Redeem_WithAnotherVerifier_IsRefused()
    {
        using var browser = new Browser(_pool);

        var (status, body) = await browser.RedeemAsync(await browser.CodeAsync(), ("code_verifier", new string('a', 43)));

        Assert.Equal((400, "invalid_grant"), (status, (string)body["error"]!));
    }

    [Fact]
    public async Task Redeem_WithAnotherRedirectUri_IsRefused()
    {
        using var browser = new Browser(_pool);

        var (status, body) = await browser.RedeemAsync(await browser.CodeAsync(), ("redirect_uri", _pool.Callback + "?"));

        Assert.Equal((400, "invalid_grant"), (status, (string)body["error"]!));
    }

    [Fact]
    public async Task Redeem_Twice_IsRefusedTheSecondTime()
    {
        using var browser = new Browser(_pool);
        var code = await browser.CodeAsync();

        var (first, _) = await browser.RedeemAsync(code);
        var (second, body) = await browser.RedeemAsync(code);

        Assert.Equal((200, 400, "invalid_grant"), (first, second, (string)body["error"]!));
    }

    [Fact]
    public async Task Refresh_GivesNewTokensOfTheSameSignIn_UntilRevoked()
    {
        using var browser = new Browser(_pool);
        var (_, tokens) = await browser.RedeemAsync(await browser.CodeAsync());
        (string, string)[] refresh =
        [
            ("grant_type", "refresh_token"), ("client_id", _pool.ClientId), ("refresh_token", (string)tokens["refresh_token"]!),
        ];

        var (status, fresh) = await browser.TokenAsync(refresh);
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["client_id"] = _pool.ClientId, ["token"] = (string)tokens["refresh_token"]! });
        using var revoked = await _pool.Http.PostAsync(new Uri(_pool.Aws, "oauth2/revoke"), form);
        var (after, error) = await browser.TokenAsync(refresh);

        var keySet = await _pool.Http.GetStringAsync($"{_pool.Issuer}/.well-known/jwks.json");
        Assert.Equal(200, status);
        Assert.Null(fresh["refresh_token"]);
        Assert.Equal(
            (string)Claims.Verified((string)tokens["id_token"]!, keySet)["sub"]!,
            (string)Claims.Verified((string)fresh["id_token"]!, keySet)["sub"]!);
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.Equal((400, "invalid_grant"), (after, (string)error["error"]!));
    }

    [Fact]
    public async Task UserInfo_AnswersTheAttributesOfAnAccessTokenAndOfNothingElse()
    {
        using var browser = new Browser(_pool);
        var (_, tokens) = await browser.RedeemAsync(await browser.CodeAsync());

        var (status, info) = await UserInfoAsync((string)tokens["access_token"]!);
        var (withIdToken, _) = await UserInfoAsync((string)tokens["id_token"]!);
        var (forged, _) = await UserInfoAsync((string)tokens["access_token"]! + "A");

        Assert.Equal((200, "demo@example.com"), (status, (string)info["email"]!));
        Assert.Equal((401, 401), (withIdToken, forged));
    }

    private async Task<(int Status, JsonObject Body)> UserInfoAsync(string token)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(_pool.Aws, "oauth2/userInfo"));
        message.Headers.Authorization = new("Bearer", token);
        using var response = await _pool.Http.SendAsync(message);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }
}
