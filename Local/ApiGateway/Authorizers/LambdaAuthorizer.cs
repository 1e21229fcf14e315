using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.ApiGateway.Authorizers;

/// <summary>
/// <c>TOKEN</c> and <c>REQUEST</c>: a function returns a policy and a context
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html). A request without
/// what identifies the caller is 401 before the function is asked; a policy is kept for its time and decides every method
/// on its own; a function that fails with the message <c>Unauthorized</c> is 401, any other way 500.
/// </summary>
internal sealed class LambdaAuthorizer(
    LambdaAuthorizerSettings settings, IFunctions functions, IIdentities identities, TimeProvider time) : IAuthorizer
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(29);

    private readonly ConcurrentDictionary<string, (AuthorizerResponse Response, long At)> _kept = [];

    public async Task<GatewayFailure?> AuthorizeAsync(Exchange exchange, CancellationToken cancellation)
    {
        string[] identity = [.. settings.IdentitySources.Select(source => MappingExpression.Evaluate(source, exchange) ?? "")];
        if (identity.Any(string.IsNullOrEmpty) || !settings.Matches(identity))
        {
            return GatewayFailure.Unauthorized;
        }

        var key = JsonSerializer.Serialize(identity.Prepend(exchange.Stage!.Name));
        if (_kept.TryGetValue(key, out var known) && time.GetElapsedTime(known.At) < settings.TimeToLive)
        {
            return known.Response.Decide(exchange, TimeSpan.Zero, time.GetUtcNow());
        }

        var begun = time.GetTimestamp();
        var (response, failure) = await AskAsync(exchange, identity, cancellation);
        if (response is null)
        {
            return failure;
        }

        // Without an identity there is nothing to tell callers apart by.
        if (settings.TimeToLive > TimeSpan.Zero && identity.Length > 0)
        {
            _kept[key] = (response, time.GetTimestamp());
        }

        return response.Decide(exchange, time.GetElapsedTime(begun), time.GetUtcNow());
    }

    private async Task<(AuthorizerResponse?, GatewayFailure?)> AskAsync(
        Exchange exchange, string[] identity, CancellationToken cancellation)
    {
        var target = StageVariables.Substitute(settings.FunctionArn, exchange.Stage!.Variables);
        using var expiry = new CancellationTokenSource(Timeout, functions.TimeoutClock(target, time));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellation);
        var payload = settings.IsToken ? AuthorizerEvent.Token(exchange, identity[0]) : AuthorizerEvent.Request(exchange);
        var invocation = new InvokeRequest(target, payload)
        {
            ServicePrincipal = "apigateway.amazonaws.com",
            SourceArn = Account.Arn("execute-api", $"{exchange.Api!.Id}/authorizers/{settings.Id}"),
            TraceHeader = TraceContext.ForFunction(exchange).ToString(),
        };
        try
        {
            var result = await functions.InvokeAsync(invocation, either.Token);
            if (result.FunctionError is not null)
            {
                var known = IsUnauthorized(result.Payload);
                return (null, known ? GatewayFailure.Unauthorized : GatewayFailure.AuthorizerMisconfigured);
            }

            var response = AuthorizerResponse.Read(result.Payload, identities);
            return (response, response is null ? GatewayFailure.AuthorizerMisconfigured : null);
        }
        catch (Exception failure) when (failure is LambdaServiceException
            || (failure is OperationCanceledException && expiry.IsCancellationRequested))
        {
            return (null, GatewayFailure.AuthorizerMisconfigured);
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
