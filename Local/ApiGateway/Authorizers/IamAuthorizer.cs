using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Aws;
using Lexicon.Local.Aws.Signatures;
using Lexicon.Local.Iam;

namespace Lexicon.Local.ApiGateway.Authorizers;

/// <summary>
/// <c>AWS_IAM</c> (https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html): the request is signed, in its headers
/// or in its query, and IAM allows its signer to invoke the method: by the signer's own policies or by that of the API
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html).
/// </summary>
internal sealed class IamAuthorizer(IAccessKeys keys, IIdentities identities, TimeProvider time) : IAuthorizer
{
    private const string Action = "execute-api:Invoke";
    private const string ServiceName = "execute-api";

    private readonly SignatureVerifier _verifier = new(keys, time);

    public async Task<GatewayFailure?> AuthorizeAsync(Exchange exchange, CancellationToken cancellation)
    {
        try
        {
            if (await IdentifyAsync(exchange) is not { } signer)
            {
                return SignatureFailures.Missing(exchange.Request.Header("Authorization"));
            }

            exchange.Signer = signer;
            return Decide(exchange, signer.Caller);
        }
        catch (SignatureException problem)
        {
            return SignatureFailures.For(problem);
        }
    }

    private async Task<RequestSigner?> IdentifyAsync(Exchange exchange)
    {
        // An earlier step has read the body.
        var request = exchange.Context.Request;
        request.Body = new MemoryStream(exchange.Request.Body.ToArray(), writable: false);
        if (SignatureReader.Read(request) is not { } signature)
        {
            return null;
        }

        if (signature.Scope.Service != ServiceName)
        {
            throw new SignatureException(
                SignatureFault.Mismatch, $"Credential should be scoped to correct service: '{ServiceName}'.");
        }

        if (signature.Scope.Region != Account.Region)
        {
            throw new SignatureException(
                SignatureFault.Mismatch, $"Credential should be scoped to a valid region, not '{signature.Scope.Region}'.");
        }

        return new(await _verifier.VerifyAsync(request, signature), signature.AccessKeyId);
    }

    private GatewayFailure? Decide(Exchange exchange, Caller caller)
    {
        var arn = exchange.MethodArn;
        var decision = identities.Authorize(
            new(caller, Action, arn) { Context = exchange.Context.ConditionContext() }, exchange.Api!.Policy);

        return decision.Allowed ? null : new(
            ResponseType.AccessDenied, decision.Message.Replace(arn, exchange.MaskedMethodArn, StringComparison.Ordinal));
    }
}
