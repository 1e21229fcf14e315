using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.Hosting;

public sealed class HeaderBytesTests
{
    [Fact]
    public async Task EveryByteOfAHeader_PassesBothWays_OrTheRequestIsRefused()
    {
        await using var listeners = Listeners.Bind(0);
        var echo = new Echo();
        await listeners.ServeAsync(echo, echo, echo, echo);
        for (var value = 0; value <= 255; value++)
        {
            using var connection = await RawConnection.OpenAsync(listeners.Endpoints.Site.Port);
            await connection.SendAsync($"GET / HTTP/1.1\r\nHost: localhost\r\nX-Name: a{(char)value}b\r\n\r\n");

            var (head, _) = await connection.ReceiveAsync();

            // What is left is line ends, and what no header may hold (RFC 9110 section 5.5).
            var passes = value is '\t' or (>= 0x20 and not 0x7f);
            Assert.Equal(passes ? $"a{(char)value}b" : null, RawConnection.Header(head, "X-Name"));
            Assert.Equal(passes ? "200" : "400", head.Split(' ')[1]);
        }
    }

    [Fact]
    public void Text_IsWhatWasMeant_WhicheverBytesItCameIn() => Prop.ForAll<NonNull<string>>(text =>
    {
        var meant = new string([.. text.Get.Where(character => !char.IsSurrogate(character))]);
        var came = System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(meant));
        Assert.Equal(meant, HeaderBytes.Text(came));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_ThatIsNotUtf8_IsLatin1() => Assert.Equal("caf\u00e9", HeaderBytes.Text("caf\u00e9"));

    private sealed class Echo : IHttpEndpoint
    {
        public Task HandleAsync(HttpContext context)
        {
            context.Response.Headers["X-Name"] = context.Request.Headers["X-Name"];
            return Task.CompletedTask;
        }
    }
}
