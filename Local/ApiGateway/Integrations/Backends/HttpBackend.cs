using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>
/// <c>HTTP</c> (https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html): an endpoint gets what is
/// mapped, and the headers that API Gateway sends by itself.
/// </summary>
internal sealed class HttpBackend(string method, string uri, TimeSpan timeout, HttpCaller http) : IBackend
{
    public async Task<BackendResponse> SendAsync(IIntegrationCall call, IntegrationRequest request, CancellationToken cancellation)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(request.Headers, StringComparer.OrdinalIgnoreCase);
        headers.TryAdd("Accept", ["application/json"]);
        headers.TryAdd("Content-Type", [request.ContentType]);
        headers.TryAdd("User-Agent", [$"AmazonAPIGateway_{call.ApiId}"]);
        headers["x-amzn-apigateway-api-id"] = [call.ApiId];
        headers[TraceHeader.Name] = [call.Trace];
        var response = await SendAsync(call, request, headers, cancellation);
        return response with { Passed = [new(TraceHeader.Name, $"Root={call.TraceRoot}")] };
    }

    /// <summary>Sends with these headers and no others.</summary>
    public Task<BackendResponse> SendAsync(
        IIntegrationCall call,
        IntegrationRequest request,
        IReadOnlyDictionary<string, IReadOnlyList<string>> headers,
        CancellationToken cancellation)
    {
        HopHeaders.Check(request.Headers.Keys, HopHeaders.OfEndpoints);
        var address = StageVariables.Substitute(uri, call.StageVariables);
        address = BackendUri.WithQuery(BackendUri.FillPath(address, request.Path), BackendUri.Query(request.Query));
        if (!Uri.TryCreate(address, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
        {
            throw IntegrationFailedException.Misconfigured("Invalid endpoint address");
        }

        var message = new HttpCall(
            method is "ANY" ? call.HttpMethod : method,
            HttpCall.At(address),
            [.. headers.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)))],
            request.Body)
        {
            Host = headers.TryGetValue("Host", out var host) && host is [.., var mapped] ? mapped : null,
        };
        return http.SendAsync(message, timeout, cancellation);
    }
}
