using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Tests.ApiGateway;

/// <summary>An endpoint over HTTP that tells what it was asked, for integrations to call.</summary>
internal sealed class RunningEndpoint : IAsyncDisposable
{
    private TestServer? _server;

    public string Address => _server!.Address.AbsoluteUri;

    public string Asked { get; private set; } = "";

    public IHeaderDictionary Headers { get; private set; } = new HeaderDictionary();

    public static async Task<RunningEndpoint> StartAsync(RequestDelegate? handle = null)
    {
        var endpoint = new RunningEndpoint();
        endpoint._server = await TestServer.StartAsync(handle ?? endpoint.HandleAsync);
        return endpoint;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var target = RawTarget.From(context);
        var query = target.Query.Length > 0 ? $"?{target.Query}" : "";
        Asked = $"{context.Request.Method} {target.Path}{query} {await reader.ReadToEndAsync()}";
        Headers = new HeaderDictionary(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value));
        context.Response.StatusCode = 201;
        context.Response.ContentType = "text/html";
        context.Response.ContentLength = 4;
        context.Response.Headers.Server = "theirs";
        context.Response.Headers["x-custom"] = "kept";
        await context.Response.WriteAsync("made");
    }
}
