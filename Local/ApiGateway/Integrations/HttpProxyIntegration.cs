using System.Collections.Frozen;
using Lexicon.Local.ApiGateway.Integrations.Backends;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>
/// <c>HTTP_PROXY</c> (https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html): the request goes to
/// an endpoint and the response to the client; parameters can be mapped in addition. Headers that belong to a connection come back
/// under another name
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html#api-gateway-known-issues-rest-apis).
/// </summary>
internal sealed class HttpProxyIntegration(RequestMapping requests, HttpBackend backend) : IIntegration
{
    private static readonly FrozenSet<string> NotPassed =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "Content-Encoding", "Host");

    public async Task<GatewayFailure?> RespondAsync(Exchange exchange, CancellationToken cancellation)
    {
        try
        {
            var request = requests.Map(exchange);
            foreach (var (name, values) in QueryString.Parse(exchange.Request.RawQuery))
            {
                request.Query.TryAdd(name, values);
            }

            var response = await backend.SendAsync(exchange, request, Headers(exchange, request), cancellation);
            exchange.IntegrationStatus = response.Status;
            exchange.Response = new(response.Status, [.. ProxyHeaders.Pass(response.Headers), .. Trace(response)], response.Body);
            return null;
        }
        catch (IntegrationFailedException failed)
        {
            return failed.Failure;
        }
    }

    // API Gateway adds no trace of its own here; the endpoint's passes.
    private static IEnumerable<KeyValuePair<string, string>> Trace(BackendResponse response) =>
        response.Values(TraceHeader.Name).Select(value => KeyValuePair.Create(TraceHeader.Name, value));

    private static Dictionary<string, IReadOnlyList<string>> Headers(Exchange exchange, IntegrationRequest request)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(request.Headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in EventHeaders.For(exchange).Where(header => !NotPassed.Contains(header.Key)))
        {
            headers.TryAdd(name, values);
        }

        headers["x-amzn-apigateway-api-id"] = [exchange.Api!.Id];
        return headers;
    }
}
