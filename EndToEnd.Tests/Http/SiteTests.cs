using System.Net;
using System.Text.RegularExpressions;
using Lexicon.EndToEnd.Tests.Running;

namespace Lexicon.EndToEnd.Tests.Http;

[Collection(SharedLexicon.Name)]
public sealed partial class SiteTests(RunningLexicon lexicon)
{
    [Theory]
    [InlineData("", "text/html")]
    [InlineData("index.html", "text/html")]
    [InlineData("glossary.html", "text/html")]
    [InlineData("config.json", "application/json")]
    public async Task Page_IsServedWithItsTypeAndTheSecurityHeaders(string path, string contentType)
    {
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri(lexicon.Site, path));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType!.MediaType);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    [Fact]
    public async Task Page_SecondTime_ComesFromTheCache()
    {
        using var http = new HttpClient();
        var page = new Uri(lexicon.Site, "favicon.svg");
        await http.GetAsync(page);

        using var again = await http.GetAsync(page);

        Assert.Equal("Hit from cloudfront", Assert.Single(again.Headers.GetValues("X-Cache")));
    }

    [Fact]
    public async Task Page_IsAskedForEachTime_AndItsScriptsNeverAgain()
    {
        using var http = new HttpClient();
        using var page = await http.GetAsync(lexicon.Site);
        var script = Script().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;

        using var response = await http.GetAsync(new Uri(lexicon.Site, script));

        Assert.Equal("public, must-revalidate, max-age=0, s-maxage=86400", $"{page.Headers.CacheControl}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", $"{response.Headers.CacheControl}");
        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Page_ThatIsNotThere_IsNotFound_AndThePageOfTheSiteSaysSo()
    {
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri(lexicon.Site, "no-such-page.html"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<h1>Not here</h1>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("FunctionGeneratedResponse from cloudfront", Assert.Single(response.Headers.GetValues("X-Cache")));
        Assert.NotEmpty(response.Headers.GetValues("Content-Security-Policy"));
    }

    [GeneratedRegex("""src="(/assets/[0-9a-f]{16}/scripts/browse-page\.js)""")]
    private static partial Regex Script();
}
