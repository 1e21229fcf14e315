using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Api;
using Lexicon.Local.Aws.Signatures;
using Lexicon.Local.Iam;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// <c>AWS_IAM</c> on <c>$connect</c>: the request is signed, in headers or in its query, by who may <c>execute-api:Invoke</c> the route
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html).
/// </summary>
internal sealed class SignedConnection(IIdentities identities, SignatureVerifier verifier)
{
    private const string Action = "execute-api:Invoke";

    /// <summary>Lets the caller connect (null), or refuses it.</summary>
    public async Task<GatewayFailure?> DecideAsync(SocketExchange exchange)
    {
        var context = exchange.Handshake!.Context;
        try
        {
            var signature = SignatureReader.Read(context.Request) ?? throw new SignatureException(SignatureFault.Missing);
            var caller = await verifier.VerifyAsync(context.Request, signature);
            exchange.Connection.Caller = caller;
            exchange.Connection.AccessKeyId = signature.AccessKeyId;
            var decision = identities.Authorize(context, caller, new Permission(Action, exchange.RouteArn));
            return decision.Allowed ? null : new(ResponseType.AccessDenied, decision.Message);
        }
        catch (SignatureException problem)
        {
            var error = SignatureErrors.ErrorFor(problem, ErrorProtocol.RestJson);
            return problem.Fault == SignatureFault.Missing
                ? new(ResponseType.MissingAuthenticationToken, "Missing Authentication Token")
                : new(ResponseType.InvalidSignature, error.Message) { Status = 403, ErrorType = error.Code };
        }
    }
}
