using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>
/// <c>HTTP</c> (https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html): an endpoint gets what is
/// mapped, and the headers that API Gateway sends by itself.
/// </summary>
internal sealed class HttpBackend(string method, string uri, TimeSpan timeout, HttpCaller http) : IBackend
{
    public Task<BackendResponse> SendAsync(Exchange exchange, IntegrationRequest request, CancellationToken cancellation)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(request.Headers, StringComparer.OrdinalIgnoreCase);
        headers.TryAdd("Accept", ["application/json"]);
        headers.TryAdd("Content-Type", [request.ContentType]);
        headers.TryAdd("User-Agent", [$"AmazonAPIGateway_{exchange.Api!.Id}"]);
        headers["x-amzn-apigateway-api-id"] = [exchange.Api!.Id];
        headers[TraceHeader.Name] = [TraceContext.ForEvent(exchange)];
        return SendAsync(exchange, request, headers, cancellation);
    }

    /// <summary>Sends with these headers and no others.</summary>
    public Task<BackendResponse> SendAsync(
        Exchange exchange,
        IntegrationRequest request,
        IReadOnlyDictionary<string, IReadOnlyList<string>> headers,
        CancellationToken cancellation)
    {
        var address = StageVariables.Substitute(uri, exchange.Stage!.Variables);
        address = BackendUri.WithQuery(BackendUri.FillPath(address, request.Path), BackendUri.Query(request.Query));
        if (!Uri.TryCreate(address, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
        {
            throw IntegrationFailedException.Misconfigured("Invalid endpoint address");
        }

        var call = new HttpCall(
            method is "ANY" ? exchange.Request.Method : method,
            HttpCall.At(address),
            [.. headers.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)))],
            request.Body)
        {
            Host = headers.TryGetValue("Host", out var host) && host is [.., var mapped] ? mapped : null,
        };
        return http.SendAsync(call, timeout, cancellation);
    }
}
