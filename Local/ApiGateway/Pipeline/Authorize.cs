namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Asks the authorizer of the method, if it has one
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html).
/// </summary>
internal sealed class Authorize : IStep
{
    public async ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation)
        => exchange.Method!.AuthorizerId is { } id
            ? await exchange.Api!.Authorizers[id].AuthorizeAsync(exchange, cancellation)
            : null;
}
