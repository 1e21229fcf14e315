using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lexicon.Local.Tests.Cognito;

[Collection(nameof(PoolFixture))]
public sealed class SignInTests(PoolFixture fixture)
{
    private readonly RunningCognito _pool = fixture.Pool;

    [Fact]
    public async Task SignIn_WithPkce_GivesTokensThatTheKeySetVerifies()
    {
        using var browser = new Browser(_pool);
        var discovery = JsonNode.Parse(await _pool.Http.GetStringAsync($"{_pool.Issuer}/.well-known/openid-configuration"))!;

        using var answer = await browser.SignInAsync("demo@example.com", "Demo-1234!");
        var (status, tokens) = await browser.RedeemAsync(Browser.Parameter(answer.Headers.Location!, "code")!);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(_pool.Callback + "?", answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("a state & more", Browser.Parameter(answer.Headers.Location!, "state"));
        Assert.Equal(200, status);
        Assert.Equal(3600, (int)tokens["expires_in"]!);
        Assert.Equal("Bearer", (string)tokens["token_type"]!);
        var keySet = await _pool.Http.GetStringAsync((string)discovery["jwks_uri"]!);
        var id = Claims.Verified((string)tokens["id_token"]!, keySet);
        Assert.Equal(_pool.Issuer, (string)id["iss"]!);
        Assert.Equal(_pool.ClientId, (string)id["aud"]!);
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
        Assert.Equal(_pool.ClientId, (string)access["client_id"]!);
    }

    [Fact]
    public async Task SignIn_WithAWrongPassword_ShowsThePageAgainAndEncodesWhatWasTyped()
    {
        using var browser = new Browser(_pool);

        using var answer = await browser.SignInAsync("\"><script>alert(1)</script>", "wrong");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Incorrect username or password.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_FromAFormOfAnotherSite_IsRefused()
    {
        using var browser = new Browser(_pool);
        using var redirect = await browser.AuthorizeAsync(browser.Query());
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["username"] = "demo@example.com", ["password"] = "Demo-1234!" });

        using var answer = await _pool.Http.PostAsync(new Uri(_pool.Aws, redirect.Headers.Location!), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignUp_OnThePage_ShowsTheCode_AndTheNewReaderSignsIn()
    {
        using var browser = new Browser(_pool);

        var confirm = await browser.PostAsync("signup", ("username", "New@example.com"), ("password", "Newer-1234!"));
        var code = Regex.Match(confirm, "<strong>([0-9]{6})</strong>").Groups[1].Value;
        var signIn = await browser.PostAsync("signup", ("username", "New@example.com"), ("code", code));
        using var answer = await browser.SignInAsync("new@example.com", "Newer-1234!");
        var (status, tokens) = await browser.RedeemAsync(Browser.Parameter(answer.Headers.Location!, "code")!);

        var id = Claims.Verified(
            (string)tokens["id_token"]!, await _pool.Http.GetStringAsync($"{_pool.Issuer}/.well-known/jwks.json"));
        Assert.Contains("""<p class="notice" role="status">Your e-mail address is confirmed.""", signIn, StringComparison.Ordinal);
        Assert.Matches("""<form method="post" action="/login\?""", signIn);
        Assert.Matches("""name="username" [^>]*value="New@example.com">""", signIn);
        Assert.Equal((200, "new@example.com", true), (status, (string)id["email"]!, (bool)id["email_verified"]!));
    }
}
