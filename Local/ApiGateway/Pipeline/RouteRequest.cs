using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

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
            return NoRoute(exchange.Request.Header("Authorization"));
        }

        exchange.Resource = match.Resource;
        exchange.Method = match.Method;
        exchange.PathParameters = match.Parameters;
        return null;
    }

    private static GatewayFailure NoRoute(string? authorization)
    {
        if (string.IsNullOrEmpty(authorization))
        {
            return GatewayFailure.NoRoute;
        }

        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(authorization)));
        var message = authorization.Contains(' ', StringComparison.Ordinal)
            ? "Invalid key=value pair (missing equal-sign) in Authorization header "
                + $"(hashed with SHA-256 and encoded with Base64): '{hash}'."
            : "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. "
                + "Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a "
                + $"'X-Amz-Date' or a 'Date' header. (Hashed with SHA-256 and encoded with Base64) Authorization={hash}";
        return GatewayFailure.NoRoute with { Message = message, ErrorType = "IncompleteSignatureException" };
    }
}
