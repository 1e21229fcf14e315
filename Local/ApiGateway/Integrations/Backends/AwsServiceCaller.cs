using System.Collections.Concurrent;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.Iam;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>Calls the services of the endpoint <c>aws</c> with credentials of roles.</summary>
internal sealed class AwsServiceCaller(AwsServices services, IIdentities identities, HttpCaller http, TimeProvider time)
{
    // The name that API Gateway's sessions have on AWS.
    private const string SessionName = "BackplaneAssumeRoleSession";

    private static readonly Caller Service = Caller.Service("apigateway.amazonaws.com");

    private readonly AwsRequestSigner _signer = new(time);
    private readonly ConcurrentDictionary<string, Credentials> _credentials = [];

    /// <summary>The services that can be called.</summary>
    public IEnumerable<string> Names => services.Names();

    /// <summary>The address of a path with its query.</summary>
    public Uri At(string target) => HttpCall.At($"{services.Address.GetLeftPart(UriPartial.Authority)}{target}");

    /// <summary>The host of a subdomain, such as a bucket's.</summary>
    public string HostBelow(string subdomain) => $"{subdomain}.{services.Address.Authority}";

    /// <summary>Signs and sends a request.</summary>
    public async Task<BackendResponse> SendAsync(
        HttpCall call, string service, string roleArn, TimeSpan timeout, CancellationToken cancellation)
    {
        if (!identities.AuthorizeAssumption(Service, roleArn).Allowed)
        {
            throw IntegrationFailedException.Misconfigured("API Gateway does not have permission to assume the provided role");
        }

        var credentials = _credentials.GetOrAdd(roleArn, arn => identities.Assume(arn, SessionName));
        var response = await http.SendAsync(_signer.Sign(call, service, credentials), timeout, cancellation);
        var asksForJson = call.Headers.Any(header => header is { Key: "Accept", Value: AwsProtocols.Json });
        return asksForJson && AwsProtocols.IsQuery(service) && IsXml(response) && QueryJson.From(response.Body) is { } json
            ? response with { Body = json, Headers = WithJson(response.Headers) }
            : response;
    }

    private static bool IsXml(BackendResponse response) =>
        response.Values("Content-Type") is [.., var type] && MediaTypes.Essence(type) is "text/xml" or "application/xml";

    private static List<KeyValuePair<string, string>> WithJson(IEnumerable<KeyValuePair<string, string>> headers) =>
        [.. headers.Select(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            ? KeyValuePair.Create(header.Key, AwsProtocols.Json)
            : header)];
}
