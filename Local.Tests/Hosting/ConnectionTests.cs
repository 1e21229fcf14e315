namespace Lexicon.Local.Tests.Hosting;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData("site", "PUT /index.html")]
    [InlineData("site", "POST /api/none")]
    [InlineData("api", "PUT /dev/none")]
    [InlineData("api", "PUT /none")]
    [InlineData("aws", "PUT /bucket/key")]
    [InlineData("aws", "PUT /nothing")]
    [InlineData("aws", "POST /")]
    [InlineData("console", "PUT /")]
    public async Task UploadRefusedBeforeItsBodyIsRead_DoesNotSpoilTheNextRequest(string endpoint, string request)
    {
        await using var all = await FourEndpoints.StartAsync();
        using var connection = await RawConnection.OpenAsync(all.Port(endpoint));
        await connection.SendAsync($"{request} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n");

        var (head, _) = await connection.ReceiveAsync();
        if (head.StartsWith("HTTP/1.1 100", StringComparison.Ordinal))
        {
            // It wants the body, and gets it.
            await connection.SendAsync(new string('x', 100));
            (head, _) = await connection.ReceiveAsync();
        }

        if (RawConnection.Header(head, "Connection") == "close")
        {
            return;
        }

        const string Next = "GET /next HTTP/1.1\r\nHost: localhost\r\n\r\n";
        await connection.SendAsync(Next);
        Assert.Equal(Status(await all.AskAsync(endpoint, Next)), Status(await connection.ReceiveAsync()));
    }

    [Theory]
    [InlineData("site", 403)]
    [InlineData("api", 403)]
    [InlineData("aws", 403)]
    [InlineData("console", 403)]
    public async Task ForeignHost_IsRefused(string endpoint, int status)
    {
        await using var all = await FourEndpoints.StartAsync();

        Assert.Equal(status, Status(await all.AskAsync(endpoint, "GET /dev/items HTTP/1.1\r\nHost: rebind.example\r\n\r\n")));
    }

    [Fact]
    public async Task OptionsOfTheWholeServer_IsABadRequestOfTheAwsEndpoint()
    {
        await using var all = await FourEndpoints.StartAsync();

        Assert.Equal(400, Status(await all.AskAsync("aws", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n")));
    }

    [Theory]
    [InlineData("site", "POST /api/a", "zz\r\n\r\n", 400)]
    [InlineData("site", "POST /api/a", "5\r\nab\r\n0\r\n\r\n", 400)]
    [InlineData("site", "GET /api/a", "zz\r\n\r\n", 403)]
    [InlineData("api", "POST /dev/items", "zz\r\n\r\n", 400)]
    [InlineData("api", "POST /dev/items", "5\r\nab\r\n0\r\n\r\n", 400)]
    [InlineData("aws", "POST /", "zz\r\n\r\n", 403)]
    [InlineData("aws", "PUT /bucket/key", "zz\r\n\r\n", 403)]
    public async Task BodyThatIsBrokenOrCutShort_IsABadRequestInTheEndpointsOwnForm(
        string endpoint, string request, string body, int status)
    {
        await using var all = await FourEndpoints.StartAsync();

        var answer = await all.AskAsync(
            endpoint, $"{request} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n{body}");

        Assert.Equal(status, Status(answer));
        Assert.NotNull(RequestId(answer.Head));
        Assert.NotEmpty(answer.Body);
    }

    [Theory]
    [InlineData("api", "POST /dev/items", 408)]
    [InlineData("api", "GET /dev/items", 400)]
    [InlineData("site", "POST /api/a", 408)]
    public async Task BodyThatDoesNotCome_IsARequestTimeout_AndAGetThatOnlySaysItHasOneABadRequest(
        string endpoint, string request, int status)
    {
        await using var all = await FourEndpoints.StartAsync();

        var answer = await all.AskAsync(endpoint, $"{request} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");

        Assert.Equal(status, Status(answer));
        Assert.NotNull(RequestId(answer.Head));
    }

    internal static int Status((string Head, string Body) answer) =>
        int.Parse(answer.Head.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);

    internal static string? RequestId(string head) =>
        RawConnection.Header(head, "X-Amz-Cf-Id")
        ?? RawConnection.Header(head, "x-amzn-RequestId")
        ?? RawConnection.Header(head, "x-amz-request-id");
}
