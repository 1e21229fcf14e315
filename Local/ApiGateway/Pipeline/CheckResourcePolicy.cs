using Lexicon.Local.ApiGateway.Authorizers;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.Aws;
using Lexicon.Local.Iam;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Asks the resource policy of the API, where it has one, before any authorizer
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html): whoever is not allowed by it is
/// denied. With <c>AWS_IAM</c> it counts together with the caller's own policies, which that authorizer asks.
/// </summary>
internal sealed class CheckResourcePolicy(IIdentities identities) : IRequestStep
{
    private const string Action = "execute-api:Invoke";

    public ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation) =>
        ValueTask.FromResult(exchange.Api!.Policy is null || exchange.Method!.Authorizer is IamAuthorizer ? null : Check(exchange));

    private GatewayFailure? Check(Exchange exchange)
    {
        var request = new AccessRequest(Caller.Anonymous, Action, exchange.MethodArn) { Context = exchange.Context.ConditionContext() };
        var decision = identities.Authorize(request, exchange.Api!.Policy);
        if (decision.Allowed)
        {
            return null;
        }

        var isExplicit = decision.Message.Contains("explicit deny", StringComparison.Ordinal);
        return new(
            ResponseType.AccessDenied,
            $"User: anonymous is not authorized to perform: {Action} on resource: {exchange.MaskedMethodArn}"
            + (isExplicit ? " with an explicit deny" : ""));
    }
}
