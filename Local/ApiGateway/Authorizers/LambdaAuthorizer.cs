using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Integrations;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.ApiGateway.Authorizers;

/// <summary>
/// <c>TOKEN</c> and <c>REQUEST</c>: a function answers with a policy and a context
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html). A request without
/// what identifies the caller is 401 before the function is asked; a policy is kept for its time and decides every method
/// on its own; a function that fails with the message <c>Unauthorized</c> is 401, any other way 500.
/// </summary>
internal sealed class LambdaAuthorizer(LambdaAuthorizerSettings settings, IFunctions functions, TimeProvider time) : IAuthorizer
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(29);

    private readonly ConcurrentDictionary<string, (AuthorizerAnswer Answer, long At)> _kept = [];

    public async Task<GatewayFailure?> AuthorizeAsync(Exchange exchange, CancellationToken cancellation)
    {
        string[] identity = [.. settings.IdentitySources.Select(source => MappingExpression.Value(source, exchange) ?? "")];
        if (identity.Any(string.IsNullOrEmpty) || !settings.Matches(identity))
        {
            return GatewayFailure.Unauthorized;
        }

        var key = JsonSerializer.Serialize(identity.Prepend(exchange.Stage!.Name));
        if (_kept.TryGetValue(key, out var known) && time.GetElapsedTime(known.At) < settings.TimeToLive)
        {
            return known.Answer.Decide(exchange, TimeSpan.Zero, time.GetUtcNow());
        }

        var begun = time.GetTimestamp();
        var (answer, failure) = await AskAsync(exchange, identity, cancellation);
        if (answer is null)
        {
            return failure;
        }

        // Without an identity there is nothing to tell callers apart by.
        if (settings.TimeToLive > TimeSpan.Zero && identity.Length > 0)
        {
            _kept[key] = (answer, time.GetTimestamp());
        }

        return answer.Decide(exchange, time.GetElapsedTime(begun), time.GetUtcNow());
    }

    private async Task<(AuthorizerAnswer?, GatewayFailure?)> AskAsync(
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
            TraceHeader = TraceContext.ForFunction(exchange),
        };
        try
        {
            var result = await functions.InvokeAsync(invocation, either.Token);
            if (result.FunctionError is not null)
            {
                var known = IsUnauthorized(result.Payload);
                return (null, known ? GatewayFailure.Unauthorized : GatewayFailure.AuthorizerMisconfigured);
            }

            var answer = AuthorizerAnswer.Read(result.Payload);
            return (answer, answer is null ? GatewayFailure.AuthorizerMisconfigured : null);
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
