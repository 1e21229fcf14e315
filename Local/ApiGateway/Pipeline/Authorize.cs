namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Asks the authorizer of the method, if it has one
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html).
/// </summary>
internal sealed class Authorize(TimeProvider time) : IRequestStep
{
    private const int Passed = 200;

    public async ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation)
    {
        if (exchange.Method!.Authorizer is not { } authorizer)
        {
            return null;
        }

        var begun = time.GetTimestamp();
        var failure = await authorizer.AuthorizeAsync(exchange, cancellation);
        exchange.AuthorizerLatency = time.GetElapsedTime(begun);
        exchange.AuthorizerStatus = failure?.Status ?? Passed;
        exchange.AuthorizerError = failure?.Message;
        return failure;
    }
}
