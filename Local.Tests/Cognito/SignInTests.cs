using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lexicon.Local.Tests.Cognito;

[Collection(nameof(PoolFixture))]
public sealed class SignInTests(PoolFixture fixture)
{
    private readonly RunningPool pool = fixture.Pool;

    [Fact]
    public async Task SignIn_WithPkce_GivesTokensThatTheKeySetVerifies()
    {
        using var browser = new Browser(pool);
        var discovery = JsonNode.Parse(await pool.Http.GetStringAsync($"{pool.Issuer}/.well-known/openid-configuration"))!;

        using var answer = await browser.SignInAsync("demo@example.com", "Demo-1234!");
        var (status, tokens) = await browser.RedeemAsync(Browser.Parameter(answer.Headers.Location!, "code")!);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(pool.Callback + "?", answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("a state & more", Browser.Parameter(answer.Headers.Location!, "state"));
        Assert.Equal(200, status);
        Assert.Equal(3600, (int)tokens["expires_in"]!);
        Assert.Equal("Bearer", (string)tokens["token_type"]!);
        var keySet = await pool.Http.GetStringAsync((string)discovery["jwks_uri"]!);
        var id = Claims.Verified((string)tokens["id_token"]!, keySet);
        Assert.Equal(pool.Issuer, (string)id["iss"]!);
        Assert.Equal(pool.ClientId, (string)id["aud"]!);
        Assert.Equal("id", (string)id["token_use"]!);
        Assert.Equal("n-1", (string)id["nonce"]!);
        Assert.Equal("demo@example.com", (string)id["email"]!);
        Assert.True((bool)id["email_verified"]!);
        Assert.Equal((string)id["sub"]!, (string)id["cognito:username"]!);
        Assert.Equal(1800, (long)id["exp"]! - (long)id["iat"]!);
        Assert.InRange((long)id["auth_time"]!, (long)id["iat"]! - 60, (long)id["iat"]!);
        var access = Claims.Verified((string)tokens["access_token"]!, keySet);
        Assert.Equal("access", (string)access["token_use"]!);
        Assert.Equal("openid email", (string)access["scope"]!);
        Assert.Equal(pool.ClientId, (string)access["client_id"]!);
    }

    [Fact]
    public async Task Discovery_NamesTheIssuerAndEndpointsOfThisStart()
    {
        var discovery = JsonNode.Parse(await pool.Http.GetStringAsync($"{pool.Issuer}/.well-known/openid-configuration"))!;

        Assert.Equal($"http://localhost:{pool.Aws.Port}/{pool.PoolId}", (string)discovery["issuer"]!);
        Assert.Equal($"{pool.Issuer}/.well-known/jwks.json", (string)discovery["jwks_uri"]!);
        Assert.Equal(new Uri(pool.Aws, "oauth2/authorize").AbsoluteUri, (string)discovery["authorization_endpoint"]!);
        Assert.Equal(new Uri(pool.Aws, "oauth2/token").AbsoluteUri, (string)discovery["token_endpoint"]!);
        Assert.Equal(new Uri(pool.Aws, "logout").AbsoluteUri, (string)discovery["end_session_endpoint"]!);
    }

    [Fact]
    public async Task KeySet_ForTheAuthorizer_IsThePublishedOne()
    {
        var found = pool.Pools.Find(pool.PoolArn)!;

        Assert.Equal(pool.Issuer, found.Issuer.AbsoluteUri);
        Assert.Equal(
            await found.KeysAsync(CancellationToken.None), await pool.Http.GetStringAsync($"{pool.Issuer}/.well-known/jwks.json"));
        Assert.Null(pool.Pools.Find(pool.PoolArn + "x"));
    }

    [Fact]
    public async Task Redeem_WithAnotherVerifier_IsRefused()
    {
        using var browser = new Browser(pool);

        var (status, body) = await browser.RedeemAsync(await browser.CodeAsync(), ("code_verifier", new string('a', 43)));

        Assert.Equal((400, "invalid_grant"), (status, (string)body["error"]!));
    }

    [Fact]
    public async Task Redeem_WithAnotherRedirectUri_IsRefused()
    {
        using var browser = new Browser(pool);

        var (status, body) = await browser.RedeemAsync(await browser.CodeAsync(), ("redirect_uri", pool.Callback + "?"));

        Assert.Equal((400, "invalid_grant"), (status, (string)body["error"]!));
    }

    [Fact]
    public async Task Redeem_Twice_IsRefusedTheSecondTime()
    {
        using var browser = new Browser(pool);
        var code = await browser.CodeAsync();

        var (first, _) = await browser.RedeemAsync(code);
        var (second, body) = await browser.RedeemAsync(code);

        Assert.Equal((200, 400, "invalid_grant"), (first, second, (string)body["error"]!));
    }

    [Theory]
    [InlineData("redirect_uri", "/signed-in.html/")]
    [InlineData("redirect_uri", "http://evil.example/signed-in.html")]
    [InlineData("client_id", "unknown")]
    public async Task Authorize_ForAnotherCallbackOrClient_IsShownAndNeverRedirected(string name, string value)
    {
        using var browser = new Browser(pool);
        var query = browser.Query();
        query[name] = value.StartsWith('/') ? new Uri(new Uri(pool.Callback), value).AbsoluteUri : value;

        using var answer = await browser.AuthorizeAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
        Assert.Contains("This sign-in cannot go on", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge", "", "invalid_request")]
    [InlineData("response_type", "token", "invalid_request")]
    [InlineData("scope", "openid phone", "invalid_scope")]
    public async Task Authorize_WithoutPkceOrWithWhatTheClientMayNot_TellsTheClient(string name, string value, string error)
    {
        using var browser = new Browser(pool);
        var query = browser.Query();
        query[name] = value;

        using var answer = await browser.AuthorizeAsync(query);

        Assert.StartsWith(pool.Callback, answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(error, Browser.Parameter(answer.Headers.Location!, "error"));
        Assert.Equal("a state & more", Browser.Parameter(answer.Headers.Location!, "state"));
    }

    [Fact]
    public async Task SignIn_WithAWrongPassword_ShowsThePageAgainAndEncodesWhatWasTyped()
    {
        using var browser = new Browser(pool);

        using var answer = await browser.SignInAsync("\"><script>alert(1)</script>", "wrong");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Incorrect username or password.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignUp_OnThePage_ShowsTheCode_AndTheNewReaderSignsIn()
    {
        using var browser = new Browser(pool);

        var confirm = await browser.PostAsync("signup", ("username", "New@example.com"), ("password", "Newer-1234!"));
        var code = Regex.Match(confirm, "<strong>([0-9]{6})</strong>").Groups[1].Value;
        var signIn = await browser.PostAsync("signup", ("username", "New@example.com"), ("code", code));
        using var answer = await browser.SignInAsync("new@example.com", "Newer-1234!");
        var (status, tokens) = await browser.RedeemAsync(Browser.Parameter(answer.Headers.Location!, "code")!);

        var id = Claims.Verified(
            (string)tokens["id_token"]!, await pool.Http.GetStringAsync($"{pool.Issuer}/.well-known/jwks.json"));
        Assert.Contains("""<p class="notice" role="status">Your e-mail address is confirmed.""", signIn, StringComparison.Ordinal);
        Assert.Matches("""<form method="post" action="/login\?""", signIn);
        Assert.Matches("""name="username" [^>]*value="New@example.com">""", signIn);
        Assert.Equal((200, "new@example.com", true), (status, (string)id["email"]!, (bool)id["email_verified"]!));
    }

    [Fact]
    public async Task SignIn_FromAFormOfAnotherSite_IsRefused()
    {
        using var browser = new Browser(pool);
        using var redirect = await browser.AuthorizeAsync(browser.Query());
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["username"] = "demo@example.com", ["password"] = "Demo-1234!" });

        using var answer = await pool.Http.PostAsync(new Uri(pool.Aws, redirect.Headers.Location!), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Authorize_AfterASignIn_AsksNobodyUntilTheSignOut()
    {
        using var browser = new Browser(pool);
        await browser.CodeAsync();

        using var again = await browser.AuthorizeAsync(browser.Query());
        using var signOut = await browser.GetAsync($"logout?client_id={pool.ClientId}&logout_uri={Uri.EscapeDataString(pool.SignedOut)}");
        using var after = await browser.AuthorizeAsync(browser.Query());

        var (status, _) = await browser.RedeemAsync(Browser.Parameter(again.Headers.Location!, "code")!);
        Assert.Equal(200, status);
        Assert.Equal(pool.SignedOut, signOut.Headers.Location!.OriginalString);
        Assert.StartsWith("/login?", after.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_ToAnUnknownAddress_IsRefused()
    {
        using var browser = new Browser(pool);

        using var answer = await browser.GetAsync($"logout?client_id={pool.ClientId}&logout_uri=http%3A%2F%2Fevil.example");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task Refresh_GivesNewTokensOfTheSameSignIn_UntilRevoked()
    {
        using var browser = new Browser(pool);
        var (_, tokens) = await browser.RedeemAsync(await browser.CodeAsync());
        (string, string)[] refresh =
        [
            ("grant_type", "refresh_token"), ("client_id", pool.ClientId), ("refresh_token", (string)tokens["refresh_token"]!),
        ];

        var (status, fresh) = await browser.TokenAsync(refresh);
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["client_id"] = pool.ClientId, ["token"] = (string)tokens["refresh_token"]! });
        using var revoked = await pool.Http.PostAsync(new Uri(pool.Aws, "oauth2/revoke"), form);
        var (after, error) = await browser.TokenAsync(refresh);

        var keySet = await pool.Http.GetStringAsync($"{pool.Issuer}/.well-known/jwks.json");
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
        using var browser = new Browser(pool);
        var (_, tokens) = await browser.RedeemAsync(await browser.CodeAsync());

        var (status, info) = await UserInfoAsync((string)tokens["access_token"]!);
        var (withIdToken, _) = await UserInfoAsync((string)tokens["id_token"]!);
        var (forged, _) = await UserInfoAsync((string)tokens["access_token"]! + "A");

        Assert.Equal((200, "demo@example.com"), (status, (string)info["email"]!));
        Assert.Equal((401, 401), (withIdToken, forged));
    }

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

    private async Task<(int Status, JsonObject Body)> UserInfoAsync(string token)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(pool.Aws, "oauth2/userInfo"));
        message.Headers.Authorization = new("Bearer", token);
        using var response = await pool.Http.SendAsync(message);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }
}
