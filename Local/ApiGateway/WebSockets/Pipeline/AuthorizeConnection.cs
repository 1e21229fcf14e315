using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.Authorizers;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.ApiGateway.WebSockets.Definitions;
using Lexicon.Local.Aws;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.ApiGateway.WebSockets.Pipeline;

/// <summary>
/// Decides who may connect: the authorizer of <c>$connect</c>
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html) or IAM. A request without
/// what the authorizer asks for is 401 before the function is asked, one that its policy does not allow 403; a function that fails with
/// the message <c>Unauthorized</c> is 401, any other way 500.
/// </summary>
internal sealed class AuthorizeConnection(
    FunctionCall call, IIdentities identities, SignedConnection signed, TimeProvider time)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(29);

    private static readonly GatewayFailure Misconfigured =
        GatewayFailure.AuthorizerMisconfigured with { Message = "Internal server error" };

    /// <summary>Lets the client connect (null) and sets what the events have of it, or refuses it.</summary>
    public async Task<GatewayFailure?> DecideAsync(SocketExchange exchange) =>
        exchange.Route switch
        {
            { RequiresSignature: true } => await signed.DecideAsync(exchange),
            { Authorizer: { } authorizer } => await AskAsync(exchange, authorizer),
            _ => null,
        };

    private async Task<GatewayFailure?> AskAsync(SocketExchange exchange, ConnectAuthorizer authorizer)
    {
        if (authorizer.IdentitySources.Any(source => string.IsNullOrEmpty(IdentitySource.Evaluate(source, exchange))))
        {
            return GatewayFailure.Unauthorized;
        }

        var begun = time.GetTimestamp();
        try
        {
            var source = Account.Arn("execute-api", $"{exchange.Api.Id}/authorizers/{authorizer.Id}");
            var result = await call.InvokeAsync(
                exchange, authorizer.FunctionArn, source, authorizer.Credentials, SocketEvent.ForAuthorizer(exchange), Timeout);
            if (result.FunctionError is not null)
            {
                return IsUnauthorized(result.Payload) ? GatewayFailure.Unauthorized : Misconfigured;
            }

            if (AuthorizerResponse.Read(result.Payload, identities) is not { } response)
            {
                return Misconfigured;
            }

            exchange.Connection.Authorizer = response.Context(time.GetElapsedTime(begun));
            return response.Decide(exchange.RouteArn, exchange.Handshake!.Context.ConditionContext(), time.GetUtcNow());
        }
        catch (Exception failure) when (failure is LambdaServiceException or TimeoutException)
        {
            return Misconfigured;
        }
    }

    private static bool IsUnauthorized(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return (string?)JsonNode.Parse(payload.Span)?["errorMessage"] == "Unauthorized";
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
