using System.Net;
using System.Net.Sockets;
using Lexicon.Local.Assembly;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.Hosting;

public sealed class ListenersTests
{
    [Fact]
    public void Bind_ToATakenPort_IsRefusedByItsNumber()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var refusal = Assert.Throws<Refusal>(() => Listeners.Bind(Math.Min(port, 65532)));

        Assert.Contains($"port {port} is taken by another program", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_OutOfRange_IsRefused() =>
        Assert.StartsWith("--port 65535:", Assert.Throws<Refusal>(() => Listeners.Bind(65535)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Serve_FindsWhatAnswersByThePort()
    {
        await using var listeners = Listeners.Bind(0);
        await listeners.ServeAsync(new Says("site"), new Says("api"), new Says("aws"), new Says("console"));
        using var client = new HttpClient();

        Assert.Equal("site", await client.GetStringAsync(listeners.Endpoints.Site));
        Assert.Equal("api", await client.GetStringAsync(listeners.Endpoints.Api));
        Assert.Equal("aws", await client.GetStringAsync(listeners.Endpoints.Aws));
        Assert.Equal("console", await client.GetStringAsync($"http://127.0.0.1:{listeners.Endpoints.Console.Port}"));
    }

    private sealed class Says(string text) : IHttpEndpoint
    {
        public Task HandleAsync(HttpContext context) => context.Response.WriteAsync(text);
    }
}
