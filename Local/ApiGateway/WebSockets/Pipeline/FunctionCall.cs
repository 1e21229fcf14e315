using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>One invocation of a function by API Gateway, which must respond in time.</summary>
internal sealed class FunctionCall(IFunctions functions, TimeProvider time)
{
    /// <summary>Invokes the function.</summary>
    /// <param name="exchange">The event.</param>
    /// <param name="functionArn">The function, which may name stage variables.</param>
    /// <param name="sourceArn">What calls, for the function's policy.</param>
    /// <param name="credentials">The role that is assumed to call; null: none.</param>
    /// <param name="payload">What the function gets.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <exception cref="TimeoutException">It took longer.</exception>
    /// <exception cref="LambdaServiceException">Lambda refuses the call.</exception>
    public async Task<InvokeResponse> InvokeAsync(
        SocketExchange exchange,
        string functionArn,
        string sourceArn,
        string? credentials,
        ReadOnlyMemory<byte> payload,
        TimeSpan timeout)
    {
        var variables = exchange.Stage.Variables;
        var target = StageVariables.Substitute(functionArn, variables);
        using var expiry = new CancellationTokenSource(timeout, functions.TimeoutClock(target, time));
        var invocation = new InvokeRequest(target, payload)
        {
            ServicePrincipal = "apigateway.amazonaws.com",
            SourceArn = sourceArn,
            RoleArn = credentials is null ? null : StageVariables.Substitute(credentials, variables),
        };
        try
        {
            return await functions.InvokeAsync(invocation, expiry.Token);
        }
        catch (OperationCanceledException) when (expiry.IsCancellationRequested)
        {
            throw new TimeoutException($"{target} did not respond in {timeout.TotalSeconds} s.");
        }
    }
}
