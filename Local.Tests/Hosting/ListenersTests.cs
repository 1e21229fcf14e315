using System.Net;
using System.Net.Sockets;
using Lexicon.Local.CloudFormation;
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

        var refusal = Assert.Throws<StartupException>(() => Listeners.Bind(Math.Min(port, 65532)));

        Assert.Contains($"port {port} is taken by another program", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_OutOfRange_IsRefused() =>
        Assert.StartsWith("--port 65535:", Assert.Throws<StartupException>(() => Listeners.Bind(65535)).Message, StringComparison.Ordinal);

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

    [Fact]
    public async Task Serve_OnAPortThatAnotherProgramListensOnSinceItWasBound_IsRefusedByItsNumber()
    {
        if (OperatingSystem.IsWindows())
        {
            // There a bound port is taken.
            return;
        }

        await using var listeners = Listeners.Bind(0);
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, listeners.Endpoints.Aws.Port));
        other.Listen();
        var nothing = new Says("");

        var refusal = await Assert.ThrowsAsync<StartupException>(() => listeners.ServeAsync(nothing, nothing, nothing, nothing));

        Assert.Equal(
            $"port {listeners.Endpoints.Aws.Port} is taken by another program; choose others with --port (make up "
                + "PORT=...)", refusal.Message);
    }

    [Fact]
    public async Task Dispose_OfTheServing_EndsWhatWasTakenAndTakesNothingMore()
    {
        await using var listeners = Listeners.Bind(0);
        var slow = new Waits();
        var serving = await listeners.ServeAsync(slow, slow, slow, slow);
        using var client = new HttpClient();
        var taken = client.GetStringAsync(listeners.Endpoints.Site);
        await slow.Asked;

        var end = serving.DisposeAsync();
        await Assert.ThrowsAsync<SocketException>(() => UntilRefusedAsync(listeners.Endpoints.Site.Port));
        slow.Answer();
        await end;

        Assert.Equal("late", await taken);
    }

    private static async Task UntilRefusedAsync(int port)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, port, patience.Token);
        }
    }

    private sealed class Waits : IHttpEndpoint
    {
        private readonly TaskCompletionSource _asked = new();
        private readonly TaskCompletionSource _answer = new();

        public Task Asked => _asked.Task;

        public void Answer() => _answer.SetResult();

        public async Task HandleAsync(HttpContext context)
        {
            _asked.SetResult();
            await _answer.Task;
            await context.Response.WriteAsync("late");
        }
    }

    private sealed class Says(string text) : IHttpEndpoint
    {
        public Task HandleAsync(HttpContext context) => context.Response.WriteAsync(text);
    }
}
