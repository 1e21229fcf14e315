using Lexicon.Local.ApiGateway.Integrations.Mapping;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// Lets the integration of the route respond
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integrations.html).
/// </summary>
internal sealed class IntegrateRoute(TimeProvider time)
{
    /// <summary>The response; null: the exchange has a failure.</summary>
    public async Task<SocketResponse?> RespondAsync(SocketExchange exchange)
    {
        if (exchange.Route?.Integration is not { } integration)
        {
            return SocketResponse.Empty;
        }

        var begun = time.GetTimestamp();
        SocketResponse? response = null;
        try
        {
            response = await integration.RespondAsync(exchange);
        }
        catch (IntegrationFailedException failed)
        {
            exchange.Failure = failed.Failure;
        }

        exchange.IntegrationLatency = time.GetElapsedTime(begun);
        exchange.Status = exchange.Failure?.Status ?? response!.Status;
        return response;
    }
}
