using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.Aws;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Finds the API by the host name <c>{apiId}.execute-api...</c> and the stage by the first segment of the path
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html). Any other name of this machine means
/// the only API there is; a foreign name is refused. An API or stage that does not exist is 403 Forbidden.
/// </summary>
internal sealed class ResolveApiAndStage(RestApis apis) : IRequestStep
{
    public ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation) =>
        ValueTask.FromResult(Resolve(exchange));

    private GatewayFailure? Resolve(Exchange exchange)
    {
        var labels = exchange.Request.Host.Split('.');
        var named = labels.Length > 1 && labels[1].Equals("execute-api", StringComparison.OrdinalIgnoreCase);
        if (!IsOurs(exchange.Request.Host))
        {
            return GatewayFailure.Forbidden;
        }

        if (!named && apis.All.Count > 1)
        {
            return Ambiguous();
        }

        var api = named ? apis.Find(labels[0]) : apis.All.FirstOrDefault();
        if (api is null || api.EndpointDisabled)
        {
            return GatewayFailure.Forbidden;
        }

        var path = exchange.Request.RawPath;
        var end = path.IndexOf('/', Math.Min(1, path.Length));
        var stage = api.Stages.GetValueOrDefault(end < 0 ? path[1..] : path[1..end]);
        if (stage is null)
        {
            return GatewayFailure.Forbidden;
        }

        exchange.Api = api;
        exchange.Stage = stage;
        exchange.RawPath = end < 0 ? "" : path[end..];
        return null;
    }

    /// <summary>
    /// Whether a host is one of this machine or of AWS: a page of anyone could let its own name resolve to this machine, and AWS's names
    /// are nobody's to give away.
    /// </summary>
    public static bool IsOurs(string host)
    {
        var name = new HostString(host).Host;
        return name.Length == 0 || BrowserGuard.IsThisMachine(name)
            || name.EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".amazonaws.com.cn", StringComparison.OrdinalIgnoreCase);
    }

    private GatewayFailure Ambiguous()
    {
        var names = string.Join(", ", apis.All.Select(api => $"{api.Id} ({api.Name})"));
        return new(ResponseType.ResourceNotFound, $"There is more than one REST API here: {names}. "
            + "Name one of them in the host: http://{apiId}.execute-api.localhost:{port}/{stage}/");
    }
}
