using System.Text;
using Lexicon.Local.Hosting;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudFront.Origins;

/// <summary>
/// A custom origin over HTTP with a pool of keep-alive connections. The address is where it listens on this machine; its
/// domain name goes into <c>Host</c>.
/// </summary>
internal sealed class HttpTransport : IOriginTransport, IDisposable
{
    private readonly HttpMessageInvoker _client;
    private readonly string _address;
    private readonly TimeProvider _patience;

    /// <summary>Opens no connection yet.</summary>
    public HttpTransport(Uri address, TimeSpan connectTimeout, TimeProvider patience)
    {
        _patience = patience;
        _address = address.GetLeftPart(UriPartial.Authority);
        _client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = connectTimeout,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),

            // Every byte passes as it came (RFC 9110 section 5.5).
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ActivityHeadersPropagator = null,
        });
    }

    public async Task<OriginResponse> SendAsync(OriginRequest request, CancellationToken cancellation)
    {
        using var message = Message(request);
        using var expiry = new CancellationTokenSource(request.Timeout, _patience);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation, expiry.Token);
        try
        {
            return Read(await _client.SendAsync(message, timeout.Token), request.Timeout);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new OriginException(504, "CloudFront attempted to establish a connection with the origin, but either the attempt "
                + "failed or the origin closed the connection.");
        }
        catch (HttpRequestException mistake) when (mistake.GetBaseException() is not BadHttpRequestException)
        {
            throw new OriginException(502, "CloudFront wasn't able to connect to the origin.", mistake)
            {
                NeverSent = mistake.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError,
            };
        }
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Message(OriginRequest request)
    {
        // The path is sent as the viewer encoded it.
        var uri = new Uri(
            _address + request.Path + request.Query, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var message = new HttpRequestMessage(new HttpMethod(request.Method), uri);
        if (request.Body is not null)
        {
            message.Content = new StreamContent(request.Body);
            message.Content.Headers.ContentLength = request.Headers.ContentLength;
        }

        foreach (var (name, values) in request.Headers)
        {
            if (!ConnectionHeaders.Contains(name) && name != "Content-Length"
                && !message.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                message.Content ??= new ByteArrayContent([]);
                message.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return message;
    }

    private static OriginResponse Read(HttpResponseMessage message, TimeSpan patience)
    {
        var body = new PatientBody(message.Content.ReadAsStream(), patience);
        var response = new OriginResponse((int)message.StatusCode, body, message.Content.Headers.ContentLength, message);
        var named = ConnectionHeaders.NamedBy(message.Headers.Connection);
        foreach (var (name, values) in message.Headers.NonValidated.Concat(message.Content.Headers.NonValidated))
        {
            if (!ConnectionHeaders.Contains(name) && !named.Contains(name) && name != "Content-Length")
            {
                if (!values.All(HeaderBytes.IsValid))
                {
                    response.Dispose();
                    throw new OriginException(502, "CloudFront received a header from the origin that cannot be passed on.");
                }

                response.Headers[name] = values.ToArray();
            }
        }

        return response;
    }
}
