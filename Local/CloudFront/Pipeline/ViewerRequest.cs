using System.Net;
using Lexicon.Local.CloudFront.Locations;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lexicon.Local.CloudFront.Pipeline;

/// <summary>A request as the viewer sent it.</summary>
internal sealed record ViewerRequest
{
    public required string Method { get; init; }

    public string Host { get; init; } = "";

    /// <summary>The path as the viewer encoded it; begins with a slash.</summary>
    public required string Path { get; init; }

    /// <summary>Without its question mark.</summary>
    public string Query { get; init; } = "";

    public IHeaderDictionary Headers { get; init; } = new HeaderDictionary();

    /// <summary>Null when there is no body.</summary>
    public Stream? Body { get; init; }

    /// <summary>Such as <c>1.1</c>.</summary>
    public string HttpVersion { get; init; } = "1.1";

    public IPAddress Address { get; init; } = IPAddress.Loopback;

    public int Port { get; init; }

    /// <summary>Where the viewer stands; null: on this machine, which is nowhere in particular.</summary>
    public Place? Place { get; init; }

    /// <summary>Ends when the viewer goes away.</summary>
    public CancellationToken Aborted { get; init; }

    /// <summary>
    /// The same, for work that continues after the viewer has its response: the server reuses the headers for its next request.
    /// </summary>
    public ViewerRequest InBackground() => this with
    {
        Headers = Headers.Copy(),
        Body = null,
        Aborted = CancellationToken.None,
    };

    /// <summary>Takes the request from the server, its target unchanged.</summary>
    public static ViewerRequest From(HttpContext context)
    {
        var request = context.Request;
        var target = RawTarget.From(context);
        return new()
        {
            Method = request.Method,
            Host = request.Host.Host,
            Path = target.Path is "*" ? "/" : target.Path,
            Query = target.Query,
            Headers = request.Headers,
            Body = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true ? request.Body : null,
            HttpVersion = request.Protocol[(request.Protocol.IndexOf('/', StringComparison.Ordinal) + 1)..],
            Address = ClientAddress.From(context),
            Port = context.Connection.RemotePort,
            Aborted = context.RequestAborted,
        };
    }
}
