using System.Net;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lexicon.Local.Tests.Support;

/// <summary>A listener on a free port.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private TestServer(WebApplication server) => _server = server;

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static Task<TestServer> StartAsync(IHttpEndpoint endpoint) => StartAsync(endpoint.HandleAsync);

    public static async Task<TestServer> StartAsync(RequestDelegate handle)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, 0);
        });
        var server = builder.Build();
        server.Run(handle);
        await server.StartAsync();
        return new TestServer(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
