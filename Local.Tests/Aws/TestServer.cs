using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Lexicon.Local.Tests.Aws;

/// <summary>An endpoint on a free port.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private TestServer(WebApplication server) => _server = server;

    public Uri Address => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<TestServer> StartAsync(IHttpEndpoint endpoint)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(endpoint.HandleAsync);
        await server.StartAsync();
        return new TestServer(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
