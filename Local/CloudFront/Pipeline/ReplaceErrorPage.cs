using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Puts the page of a custom error response in place of an error, whoever it comes from
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html): the page is an object
/// like any other.
/// </summary>
internal sealed class ReplaceErrorPage(ServeFromCache serveFromCache, FetchFromOrigin fetchFromOrigin) : IEdgeStep
{
    public async ValueTask RunAsync(EdgeExchange exchange)
    {
        if (exchange is
            {
                Distribution: { Enabled: true } distribution,
                Response: { Status: >= 400, XCache: not EdgeResponse.Generated } error,
            }
            && distribution.ErrorResponses.TryGetValue(error.Status, out var custom)
            && custom.PagePath is { } path
            && await PageAsync(exchange, distribution, path) is { } page)
        {
            exchange.Respond(page with { Status = custom.ResponseStatus ?? error.Status, XCache = EdgeResponse.Error });
        }
    }

    private async Task<EdgeResponse?> PageAsync(EdgeExchange exchange, Distribution distribution, string path)
    {
        var page = new EdgeExchange(PageRequest(exchange.Request, path), exchange.RequestId, exchange.Location)
        {
            Distribution = distribution,
            Behavior = distribution.BehaviorFor(path),
        };
        await serveFromCache.RunAsync(page);
        if (page.Response is null)
        {
            await fetchFromOrigin.RunAsync(page);
        }

        if (page.Response is { Status: 200 } found)
        {
            return found;
        }

        // Without its page the error stays as it is.
        page.Dispose();
        return null;
    }

    private static ViewerRequest PageRequest(ViewerRequest viewer, string path) => new()
    {
        Method = "GET",
        Host = viewer.Host,
        Path = path,
        Headers = new HeaderDictionary { ["Accept-Encoding"] = viewer.Headers.AcceptEncoding },
        HttpVersion = viewer.HttpVersion,
        Address = viewer.Address,
        Port = viewer.Port,
        Place = viewer.Place,
        Aborted = viewer.Aborted,
    };
}
