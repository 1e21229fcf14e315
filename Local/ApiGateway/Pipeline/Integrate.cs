namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>Lets the integration of the method respond.</summary>
internal sealed class Integrate(TimeProvider time) : IRequestStep
{
    public async ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        var failure = await exchange.Method!.Integration.RespondAsync(exchange, cancellation);
        exchange.IntegrationLatency = time.GetElapsedTime(begun);
        exchange.IntegrationStatus ??= exchange.Response?.Status;
        exchange.IntegrationError = failure?.Cause ?? failure?.Message;
        return failure;
    }
}
