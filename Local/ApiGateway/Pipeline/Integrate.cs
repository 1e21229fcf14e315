namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>Lets the integration of the method answer.</summary>
internal sealed class Integrate(TimeProvider time) : IStep
{
    public async ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        var failure = await exchange.Method!.Integration.AnswerAsync(exchange, cancellation);
        exchange.IntegrationLatency = time.GetElapsedTime(begun);
        exchange.IntegrationStatus = exchange.Answer?.Status;
        exchange.IntegrationError = failure?.Cause ?? failure?.Message;
        return failure;
    }
}
