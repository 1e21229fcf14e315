using System.Collections.Concurrent;
using Lexicon.Local.ApiGateway.Authorizers;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Finds the resource and the method. AWS treats what is not there as a call that must be signed, so a request without an
/// <c>Authorization</c> header misses its authentication token, and one with a header gets the message that it is not a signature.
/// </summary>
internal sealed class RouteRequest : IRequestStep
{
    private readonly ConcurrentDictionary<string, Router> _routers = [];

    public ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation) =>
        ValueTask.FromResult(Route(exchange));

    private GatewayFailure? Route(Exchange exchange)
    {
        var router = _routers.GetOrAdd(exchange.Api!.Id, static (_, api) => new(api.Resources.Values), exchange.Api);
        if (router.Match(exchange.Request.Method, exchange.Path) is not { } match)
        {
            return SignatureFailures.Missing(exchange.Request.Header("Authorization"));
        }

        exchange.Resource = match.Resource;
        exchange.Method = match.Method;
        exchange.PathParameters = match.Parameters;
        return null;
    }
}
