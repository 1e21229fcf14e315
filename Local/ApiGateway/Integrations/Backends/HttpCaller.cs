using System.Net;
using System.Text;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>
/// Calls endpoints over HTTP, at most 10 MB in return
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html).
/// </summary>
internal sealed class HttpCaller(TimeProvider time) : IDisposable
{
    private const int LargestBody = 10 * 1024 * 1024;

    private static readonly string[] OfTheConnection =
        ["Connection", "Content-Length", "Expect", "Host", "Keep-Alive", "Proxy-Authenticate", "TE", "Transfer-Encoding", "Via"];

    private static readonly GatewayFailure Unreachable =
        new(Definitions.ResponseType.IntegrationFailure, "Network error communicating with endpoint")
        {
            Cause = "Execution failed due to a network error communicating with endpoint",
        };

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ActivityHeadersPropagator = null,
    });

    /// <summary>Sends a request; the response is selected by its status.</summary>
    public async Task<BackendResponse> SendAsync(HttpCall call, TimeSpan timeout, CancellationToken cancellation)
    {
        using var expiry = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellation);
        using var message = Message(call);
        try
        {
            using var response = await _client.SendAsync(message, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (OperationCanceledException) when (expiry.IsCancellationRequested)
        {
            throw new IntegrationFailedException(GatewayFailure.TimedOut);
        }
        catch (HttpRequestException mistake) when (mistake.HttpRequestError is HttpRequestError.NameResolutionError)
        {
            throw IntegrationFailedException.Misconfigured("Invalid endpoint address");
        }
        catch (Exception mistake) when (mistake is HttpRequestException or IOException)
        {
            throw new IntegrationFailedException(Unreachable);
        }
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage Message(HttpCall call)
    {
        var message = new HttpRequestMessage(new HttpMethod(call.Method), call.Address);
        if (call.Body.Length > 0 || call.Method is not ("GET" or "HEAD" or "DELETE" or "OPTIONS"))
        {
            message.Content = new ReadOnlyMemoryContent(call.Body);
        }

        if (call.Host is not null)
        {
            message.Headers.Host = call.Host;
        }

        foreach (var (name, value) in call.Headers)
        {
            // Every byte passes as it came.
            var bytes = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value));
            if (!OfTheConnection.Contains(name, StringComparer.OrdinalIgnoreCase) && !message.Headers.TryAddWithoutValidation(name, bytes))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, bytes);
            }
        }

        return message;
    }

    private static async Task<BackendResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(piece, cancellation)) > 0)
        {
            if (body.Length + read > LargestBody)
            {
                throw IntegrationFailedException.Misconfigured("Integration response of more than 10 MB");
            }

            body.Write(piece, 0, read);
        }

        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, HeaderBytes.Text(value)))).ToList();
        var status = (int)response.StatusCode;
        return new(status, $"{status}", headers, body.ToArray());
    }
}
