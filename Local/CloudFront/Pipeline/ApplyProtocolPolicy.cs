using System.Text;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>
/// Redirects or refuses a viewer without TLS
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html). There is no TLS on
/// loopback, which browsers trust as they do https (https://www.w3.org/TR/secure-contexts/): so this holds for whoever says by the header
/// <c>X-Lexicon-Protocol: http</c> that it came without.
/// </summary>
internal sealed class ApplyProtocolPolicy : IEdgeStep
{
    /// <summary>Only the value <c>http</c> changes anything.</summary>
    public const string Header = "X-Lexicon-Protocol";

    private const string Page = "<html>\r\n<head><title>{0}</title></head>\r\n<body>\r\n<center><h1>{0}</h1></center>\r\n"
        + "<hr><center>CloudFront</center>\r\n</body>\r\n</html>\r\n";

    private static readonly byte[] Permanently = Body("301 Moved Permanently");
    private static readonly byte[] Temporarily = Body("307 Temporary Redirect");

    public ValueTask RunAsync(EdgeExchange exchange)
    {
        if (exchange.Request.Headers.Remove(Header, out var protocol) && protocol == "http")
        {
            Apply(exchange, exchange.Behavior!.ViewerProtocol);
        }

        return ValueTask.CompletedTask;
    }

    private static void Apply(EdgeExchange exchange, ViewerProtocolPolicy policy)
    {
        if (policy == ViewerProtocolPolicy.HttpsOnly)
        {
            exchange.Refuse(403, "Bad request.");
        }
        else if (policy == ViewerProtocolPolicy.RedirectToHttps)
        {
            Redirect(exchange);
        }
    }

    // A method with a body is sent again as it was, which HTTP/1.0 does not know.
    private static void Redirect(EdgeExchange exchange)
    {
        var request = exchange.Request;
        var reads = request.Method is "GET" or "HEAD";
        if (!reads && request.HttpVersion == "1.0")
        {
            exchange.Refuse(403, "Bad request.");
            return;
        }

        var query = request.Query.Length == 0 ? "" : $"?{request.Query}";
        var redirect = EdgeResponse.Whole(
            reads ? 301 : 307,
            new HeaderDictionary
            {
                ["Server"] = "CloudFront",
                ["Content-Type"] = "text/html",
                ["Location"] = $"https://{request.Host}{request.Path}{query}",
            },
            reads ? Permanently : Temporarily);
        exchange.Respond(redirect with { XCache = EdgeResponse.Redirect });
    }

    private static byte[] Body(string title) => Encoding.ASCII.GetBytes(Page.Replace("{0}", title, StringComparison.Ordinal));
}
