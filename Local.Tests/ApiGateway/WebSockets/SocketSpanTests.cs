using System.Diagnostics;
using System.Net.WebSockets;

namespace Lexicon.Local.Tests.ApiGateway.WebSockets;

/// <summary>Each event of a connection leaves a span.</summary>
public sealed class SocketSpanTests : IDisposable
{
    private readonly SpanListener _spans = new();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task Connection_Message_AndEnd_EachHaveOne()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect", "$disconnect", "follow");
        var client = await sockets.ConnectAsync();
        await RunningSockets.SendAsync(client, """{"action":"follow"}""");
        var connection = (string?)(await sockets.EventAsync("MESSAGE"))["requestContext"]!["connectionId"];
        await client.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);

        foreach (var route in new[] { "$connect", "follow", "$disconnect" })
        {
            var span = await _spans.SingleAsync(span =>
                span.DisplayName == $"API Gateway {route}" && (string?)span.GetTagItem("aws.apigateway.connection_id") == connection);
            Assert.Equal((200, ActivityStatusCode.Unset), (span.GetTagItem("http.response.status_code"), span.Status));
        }
    }

    [Fact]
    public async Task ConnectionThatIsRefused_SaysSoInTheTraceOfItsClient()
    {
        await using var sockets = await RunningSockets.StartAsync("$connect");
        sockets.Respond = _ => FakeFunctions.Payload("""{"statusCode":401}""");
        var digits = ActivityTraceId.CreateRandom().ToHexString();

        await Assert.ThrowsAsync<WebSocketException>(() => sockets.ConnectAsync(
            options: options => options.SetRequestHeader("X-Amzn-Trace-Id", $"Root=1-{digits[..8]}-{digits[8..]}")));

        var span = await _spans.SingleAsync(span => span.DisplayName == "API Gateway $connect" && span.TraceId.ToHexString() == digits);
        Assert.Equal(401, span.GetTagItem("http.response.status_code"));
    }
}
