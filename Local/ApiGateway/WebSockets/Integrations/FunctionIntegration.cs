using System.Text;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.WebSockets.Pipeline;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.ApiGateway.WebSockets.Integrations;

/// <summary>
/// <c>AWS_PROXY</c> with a function. One that fails, or returns another form, is 502; one that cannot be called 500; one that takes too
/// long 504.
/// </summary>
/// <param name="functionArn">The function, which may name stage variables.</param>
/// <param name="credentials">The role that API Gateway assumes to call it; null: the function's own policy decides.</param>
/// <param name="timeout">How long it may take.</param>
/// <param name="call">Calls it.</param>
internal sealed class FunctionIntegration(string functionArn, string? credentials, TimeSpan timeout, FunctionCall call)
    : IRouteIntegration
{
    public async Task<SocketResponse> RespondAsync(SocketExchange exchange)
    {
        try
        {
            var result = await call.InvokeAsync(
                exchange, functionArn, exchange.RouteArn, credentials, SocketEvent.ForIntegration(exchange), timeout);
            exchange.IntegrationRequestId = result.RequestId;
            if (result.FunctionError is not null)
            {
                throw Malformed("Lambda execution failed with status 200 due to customer function error: "
                    + Encoding.UTF8.GetString(result.Payload.Span));
            }

            return SocketResponse.Read(result.Payload)
                ?? throw Malformed("Execution failed due to configuration error: Malformed Lambda proxy response");
        }
        catch (TimeoutException)
        {
            throw new IntegrationFailedException(GatewayFailure.TimedOut);
        }
        catch (LambdaServiceException refusal) when (refusal.StatusCode == 403 && credentials is null)
        {
            throw IntegrationFailedException.Misconfigured("Invalid permissions on Lambda function");
        }
        catch (LambdaServiceException refusal)
        {
            var cause = $"Lambda invocation failed with status: {refusal.StatusCode}. {refusal.Message}";
            throw new IntegrationFailedException(GatewayFailure.Misconfigured with { Cause = cause });
        }
    }

    private static IntegrationFailedException Malformed(string cause) => new(GatewayFailure.Malformed with { Cause = cause });
}
