using System.Net;

namespace Lexicon.Local.Tests.Cognito;

[Collection(nameof(PoolFixture))]
public sealed class AuthorizeTests(PoolFixture fixture)
{
    private readonly RunningCognito _pool = fixture.Pool;

    [Theory]
    [InlineData("redirect_uri", "/signed-in.html/")]
    [InlineData("redirect_uri", "http://evil.example/signed-in.html")]
    [InlineData("client_id", "unknown")]
    public async Task Authorize_ForAnotherCallbackOrClient_IsShownAndNeverRedirected(string name, string value)
    {
        using var browser = new Browser(_pool);
        var query = browser.Query();
        query[name] = value.StartsWith('/') ? new Uri(new Uri(_pool.Callback), value).AbsoluteUri : value;

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
        using var browser = new Browser(_pool);
        var query = browser.Query();
        query[name] = value;

        using var answer = await browser.AuthorizeAsync(query);

        Assert.StartsWith(_pool.Callback, answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(error, Browser.Parameter(answer.Headers.Location!, "error"));
        Assert.Equal("a state & more", Browser.Parameter(answer.Headers.Location!, "state"));
    }

    [Fact]
    public async Task Authorize_AfterASignIn_AsksNobodyUntilTheSignOut()
    {
        using var browser = new Browser(_pool);
        await browser.CodeAsync();

        using var again = await browser.AuthorizeAsync(browser.Query());
        using var signOut = await browser.GetAsync($"logout?client_id={_pool.ClientId}&logout_uri={Uri.EscapeDataString(_pool.SignedOut)}");
        using var after = await browser.AuthorizeAsync(browser.Query());

        var (status, _) = await browser.RedeemAsync(Browser.Parameter(again.Headers.Location!, "code")!);
        Assert.Equal(200, status);
        Assert.Equal(_pool.SignedOut, signOut.Headers.Location!.OriginalString);
        Assert.StartsWith("/login?", after.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_ToAnUnknownAddress_IsRefused()
    {
        using var browser = new Browser(_pool);

        using var answer = await browser.GetAsync($"logout?client_id={_pool.ClientId}&logout_uri=http%3A%2F%2Fevil.example");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }
}
