using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>
/// <c>AWS</c> with another service
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/integrating-api-with-aws-services-lambda.html): API Gateway assumes a
/// role that trusts it, signs with its credentials, and the service asks the role's policies.
/// </summary>
/// <param name="method">The HTTP method.</param>
/// <param name="uri">The service, and what is called there.</param>
/// <param name="roleArn">The role.</param>
/// <param name="timeout">How long the service may take.</param>
/// <param name="caller">Calls the service.</param>
internal sealed class AwsServiceBackend(string method, AwsServiceUri uri, string roleArn, TimeSpan timeout, AwsServiceCaller caller)
    : IBackend
{
    public async Task<BackendResponse> SendAsync(IIntegrationCall call, IntegrationRequest request, CancellationToken cancellation)
    {
        HopHeaders.Check(request.Headers.Keys, HopHeaders.OfAws);
        var variables = call.StageVariables;
        var path = BackendUri.FillPath(StageVariables.Substitute(uri.Path, variables), request.Path);
        var query = BackendUri.Query(request.Query);
        var headers = new Dictionary<string, IReadOnlyList<string>>(request.Headers, StringComparer.OrdinalIgnoreCase)
        {
            // Whatever is mapped, these are API Gateway's own.
            ["User-Agent"] = [$"AmazonAPIGateway_{call.ApiId}"],
            ["x-amzn-apigateway-api-id"] = [call.ApiId],
            [TraceHeader.Name] = [call.Trace],
        };
        if (uri.Action is { } action)
        {
            query = Call(StageVariables.Substitute(action, variables), query, headers);
        }

        headers.TryAdd("Accept", [AwsProtocols.Json]);
        headers.TryAdd("Content-Type", [request.ContentType]);
        var http = new HttpCall(
            method is "ANY" ? call.HttpMethod : method,
            caller.At(BackendUri.WithQuery(path, query)),
            [.. headers.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)))],
            request.Body)
        {
            Host = uri.Subdomain is null ? null : caller.HostBelow(StageVariables.Substitute(uri.Subdomain, variables)),
        };
        var response = await caller.SendAsync(
            http, uri.Service, StageVariables.Substitute(roleArn, variables), timeout, cancellation);
        call.IntegrationRequestId = response.Values("x-amzn-RequestId").Concat(response.Values("x-amz-request-id")).FirstOrDefault();
        return response with { Passed = [new(TraceHeader.Name, $"Root={call.TraceRoot}")] };
    }

    // What follows the name are parameters: "action/ListTopics&NextToken=x".
    private string Call(string action, string query, Dictionary<string, IReadOnlyList<string>> headers)
    {
        var name = action.Split('&', 2)[0];
        if (AwsProtocols.JsonHeaders(uri.Service, name) is var (target, contentType))
        {
            headers.TryAdd("X-Amz-Target", [target]);
            headers.TryAdd("Content-Type", [contentType]);
            return query;
        }

        return query.Length is 0 ? $"Action={action}" : $"Action={action}&{query}";
    }
}
