using System.Text;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.WebSockets.Definitions;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// Lets the integration of the route respond
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integrations.html). A function that fails, or
/// returns another form, is 502; one that cannot be called 500; one that takes too long 504.
/// </summary>
internal sealed class IntegrateRoute(FunctionCall call, TimeProvider time)
{
    private const string ConfigurationError = "Execution failed due to configuration error";

    /// <summary>The response; null: the exchange has a failure.</summary>
    public async Task<SocketResponse?> RespondAsync(SocketExchange exchange)
    {
        if (exchange.Route?.Integration is not { } integration)
        {
            return SocketResponse.Empty;
        }

        if (integration.FunctionArn is not { } function)
        {
            return SocketResponse.Empty with { Status = integration.MockStatus };
        }

        var begun = time.GetTimestamp();
        var (response, failure) = await AskAsync(exchange, integration, function);
        exchange.IntegrationLatency = time.GetElapsedTime(begun);
        exchange.Failure = failure;
        exchange.Status = failure?.Status ?? response!.Status;
        return response;
    }

    private async Task<(SocketResponse?, GatewayFailure?)> AskAsync(
        SocketExchange exchange, RouteIntegration integration, string function)
    {
        try
        {
            var result = await call.InvokeAsync(
                exchange, function, exchange.RouteArn, integration.Credentials, SocketEvent.ForIntegration(exchange),
                integration.Timeout);
            exchange.IntegrationRequestId = result.RequestId;
            if (result.FunctionError is not null)
            {
                return Failed(GatewayFailure.Malformed, "Lambda execution failed with status 200 due to customer function error: "
                    + Encoding.UTF8.GetString(result.Payload.Span));
            }

            return SocketResponse.Read(result.Payload) is { } response
                ? (response, null)
                : Failed(GatewayFailure.Malformed, $"{ConfigurationError}: Malformed Lambda proxy response");
        }
        catch (TimeoutException)
        {
            return (null, GatewayFailure.TimedOut);
        }
        catch (LambdaServiceException refusal) when (refusal.StatusCode == 403 && integration.Credentials is null)
        {
            return Failed(GatewayFailure.Misconfigured, $"{ConfigurationError}: Invalid permissions on Lambda function");
        }
        catch (LambdaServiceException refusal)
        {
            return Failed(
                GatewayFailure.Misconfigured, $"Lambda invocation failed with status: {refusal.StatusCode}. {refusal.Message}");
        }
    }

    private static (SocketResponse?, GatewayFailure?) Failed(GatewayFailure failure, string cause) =>
        (null, failure with { Cause = cause });
}
