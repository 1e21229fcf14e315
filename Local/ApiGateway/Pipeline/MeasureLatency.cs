namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Sets how long the client waited, <c>$context.responseLatency</c>
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html).
/// </summary>
internal sealed class MeasureLatency(TimeProvider time) : IResponseStep
{
    public ValueTask RunAsync(Exchange exchange, CancellationToken cancellation)
    {
        exchange.ResponseLatency = time.GetElapsedTime(exchange.Begun);
        return ValueTask.CompletedTask;
    }
}
