using Lexicon.Local.CloudFront.Origins;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Puts the page of a custom error response in place of an error, whoever it comes from
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html): the page is an object
/// like any other.
/// </summary>
internal sealed class ReplaceErrorPage(PointOfPresence pointOfPresence) : IEdgeStep
{
    public async ValueTask RunAsync(EdgeExchange exchange)
    {
        if (exchange is { Distribution: { Enabled: true } distribution, Response: { Status: >= 400 } error }
            && distribution.ErrorResponses.TryGetValue(error.Status, out var custom)
            && custom.PagePath is { } path
            && await PageAsync(exchange, distribution, path) is { } page)
        {
            exchange.Respond(page.AsError(custom.ResponseStatus ?? error.Status));
        }
    }

    private async Task<EdgeResponse?> PageAsync(EdgeExchange exchange, Distribution distribution, string path)
    {
        var viewer = exchange.Request;
        var request = new ViewerRequest
        {
            Method = "GET",
            Host = viewer.Host,
            Path = path,
            Headers = new HeaderDictionary { ["Accept-Encoding"] = viewer.Headers.AcceptEncoding },
            HttpVersion = viewer.HttpVersion,
            Address = viewer.Address,
            Port = viewer.Port,
            Aborted = viewer.Aborted,
        };
        try
        {
            var found = await pointOfPresence.FetchAsync(distribution, distribution.BehaviorFor(path), request, exchange.RequestId);
            if (found.Status == 200)
            {
                return found;
            }

            found.Dispose();
        }
        catch (OriginException)
        {
            // Without its page the error stays as it is.
        }

        return null;
    }
}
