using Lexicon.Local.Aws;
using Lexicon.Local.Hosting;
using Lexicon.Local.Tests.ApiGateway;
using Lexicon.Local.Tests.CloudFront;
using Lexicon.Local.WebConsole;
using Lexicon.Local.WebConsole.Views;

namespace Lexicon.Local.Tests.Hosting;

/// <summary>Site, API, AWS endpoint and console behind the real listeners, each with what a test gives it.</summary>
internal sealed class FourEndpoints : IAsyncDisposable
{
    private readonly Listeners _listeners = Listeners.Bind(0);

    public required RunningCloudFront Site { get; init; }

    public required RunningApiGateway Api { get; init; }

    /// <summary>Every endpoint; the API has one method, <c>ANY /dev/items</c>, and the bucket <c>bucket</c> is there.</summary>
    public static async Task<FourEndpoints> StartAsync(params IAwsService[] more)
    {
        var site = await RunningCloudFront.StartAsync(policy: CachedApi.Policy(), prepare: edge => edge.Storage.Bucket("bucket"));
        var api = new RunningApiGateway();
        api.Api();
        api.Method("ANY", "/items");
        api.Stage();
        await api.StartAsync();
        var all = new FourEndpoints { Site = site, Api = api };
        IAwsService[] services = more.Any(service => service.SigningName == "s3") ? more : [site.Storage.Service, .. more];
        var aws = new AwsEndpoint(site.Storage.Identities, services, TimeProvider.System);
        var console = new ConsolePage("node_modules", new CloudView(all._listeners.Endpoints));
        await all._listeners.ServeAsync(site.Endpoint, api.Endpoint, aws, console);
        return all;
    }

    /// <summary>The port of an endpoint.</summary>
    public int Port(string name) => name switch
    {
        "site" => _listeners.Endpoints.Site.Port,
        "api" => _listeners.Endpoints.Api.Port,
        "aws" => _listeners.Endpoints.Aws.Port,
        _ => _listeners.Endpoints.Console.Port,
    };

    /// <summary>What comes back for one request, on a connection of its own.</summary>
    public async Task<(string Head, string Body)> AskAsync(string name, string request)
    {
        using var connection = await RawConnection.OpenAsync(Port(name));
        await connection.SendAsync(request);
        return await connection.ReceiveAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _listeners.DisposeAsync();
        await Api.DisposeAsync();
        await Site.DisposeAsync();
    }
}
