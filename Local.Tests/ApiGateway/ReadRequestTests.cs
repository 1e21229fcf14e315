using static Lexicon.Local.Tests.ApiGateway.HttpAssert;

namespace Lexicon.Local.Tests.ApiGateway;

public sealed class ReadRequestTests
{
    private const int MaximumBody = 10_485_760;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BodyBeyondTenMegabytes_IsRefusedInPlainText(bool chunked)
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync("POST");

        using var request = new HttpRequestMessage(HttpMethod.Post, "/dev/items")
        {
            Content = new ByteArrayContent(new byte[MaximumBody + 1]),
        };
        request.Headers.TransferEncodingChunked = chunked;
        var response = await gateway.Client.SendAsync(request);

        Assert.Equal("HTTP content length exceeded 10485760 bytes.", await response.Content.ReadAsStringAsync());
        Assert.Equal(413, (int)response.StatusCode);
        Assert.Equal("text; charset=utf-8", Header(response, "Content-Type"));
        Assert.False(response.Headers.Contains("x-amzn-RequestId"));
        Assert.False(response.Headers.Contains("x-amzn-ErrorType"));
        Assert.Empty(gateway.Functions.Events);
    }

    [Fact]
    public async Task BodyOfTenMegabytes_Passes()
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync("POST");
        var body = new byte[MaximumBody];
        Array.Fill(body, (byte)'x');

        Assert.Equal(200, (int)(await gateway.Client.PostAsync("/dev/items", new ByteArrayContent(body))).StatusCode);
        Assert.Equal(MaximumBody, gateway.Functions.Event["body"]!.ToString().Length);
    }

    [Theory]
    [InlineData(10_240, 200)]
    [InlineData(10_241, 413)]
    public async Task RequestLineAndHeaderValues_HaveALimit(int size, int status)
    {
        await using var gateway = await RunningApiGateway.WithMethodAsync();
        const string Line = "GET/dev/itemsHTTP/1.1";
        var value = new string('x', size - Line.Length - "localhost".Length - "close".Length);

        var answer = await gateway.SendRawAsync($"""
            GET /dev/items HTTP/1.1
            Host: localhost
            Connection: close
            X-Long: {value}


            """);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Equal(status == 413, answer.EndsWith("\r\n\r\nHTTP header is larger than 10240 bytes.", StringComparison.Ordinal));
    }
}
