namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Asks the authorizer of the method, if it has one
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html).
/// </summary>
internal sealed class Authorize : IRequestStep
{
    private const int Passed = 200;

    public async ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation)
    {
        if (exchange.Method!.AuthorizerId is not { } id)
        {
            return null;
        }

        var failure = await exchange.Api!.Authorizers[id].AuthorizeAsync(exchange, cancellation);
        exchange.AuthorizerStatus = failure?.Status ?? Passed;
        exchange.AuthorizerError = failure?.Message;
        return failure;
    }
}
