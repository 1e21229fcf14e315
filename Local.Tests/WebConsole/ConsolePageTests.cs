using Lexicon.Local.Hosting;
using Lexicon.Local.Tests.ApiGateway;
using Lexicon.Local.WebConsole;
using Lexicon.Local.WebConsole.Views;
using Microsoft.AspNetCore.Http;

// Not named after its folder, as the page itself is not.
namespace Lexicon.Local.Tests.WebConsole;

public sealed class ConsolePageTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task Get_ByANameOfThisMachine_IsAnswered(string host)
    {
        var (status, body) = await GetAsync(host, "/api/state");

        Assert.Equal(200, status);
        Assert.Contains("endpoints", body, StringComparison.Ordinal);
    }

    // A page of rebind.example whose name has come to resolve to 127.0.0.1 is of the same origin to its browser.
    [Theory]
    [InlineData("/")]
    [InlineData("/api/state")]
    [InlineData("/api/logs")]
    public async Task Get_ByAnotherName_IsRefusedAndTellsNothing(string path) =>
        Assert.Equal((403, ""), await GetAsync("rebind.example", path));

    [Fact]
    public async Task EveryAnswer_KeepsOtherPagesFromFramingAndReadingIt()
    {
        var headers = (await AskAsync("localhost", "/none")).Headers;

        Assert.Contains("frame-ancestors 'none'", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.XContentTypeOptions.ToString());
        Assert.Equal("DENY", headers.XFrameOptions.ToString());
        Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"].ToString());
    }

    private static async Task<(int Status, string Body)> GetAsync(string host, string path)
    {
        var response = await AskAsync(host, path);
        return (response.StatusCode, System.Text.Encoding.UTF8.GetString(((MemoryStream)response.Body).ToArray()));
    }

    private static async Task<HttpResponse> AskAsync(string host, string path)
    {
        var page = new ConsolePage(
            "node_modules",
            new CloudView(Endpoints.From(9200)),
            new RequestsView(new NoTraces(), Endpoints.From(9200), TimeProvider.System),
            new LogView(new FakeLogs()));
        var context = new DefaultHttpContext
        {
            Request = { Method = "GET", Path = path, Host = new HostString(host, 9203) },
            Response = { Body = new MemoryStream() },
        };

        await page.HandleAsync(context);

        return context.Response;
    }
}
