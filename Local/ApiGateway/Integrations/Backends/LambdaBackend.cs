using System.Text;
using System.Text.Json;
using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.ApiGateway.Integrations.Mapping;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Aws;
using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.ApiGateway.Integrations.Backends;

/// <summary>
/// <c>AWS</c> with a function
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-custom-integrations.html): the body is the event, and a
/// failed function is selected by its <c>errorMessage</c>, a successful one by an empty text
/// (https://docs.aws.amazon.com/apigateway/latest/api/API_IntegrationResponse.html). The header <c>X-Amz-Invocation-Type</c> may ask
/// for an event that nobody waits for.
/// </summary>
internal sealed class LambdaBackend(
    string functionArn, string? credentials, TimeSpan timeout, IFunctions functions, TimeProvider time) : IBackend
{
    public async Task<BackendResponse> SendAsync(IIntegrationCall call, IntegrationRequest request, CancellationToken cancellation)
    {
        HopHeaders.Check(request.Headers.Keys, HopHeaders.OfAws);
        var variables = call.StageVariables;
        var target = StageVariables.Substitute(functionArn, variables);
        using var expiry = new CancellationTokenSource(timeout, functions.TimeoutClock(target, time));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellation);
        var invocation = new InvokeRequest(target, Event(request))
        {
            InvocationType = Type(request),
            ServicePrincipal = "apigateway.amazonaws.com",
            SourceArn = call.SourceArn,
            RoleArn = credentials is null ? null : StageVariables.Substitute(credentials, variables),
            TraceHeader = call.FunctionTrace,
        };
        try
        {
            var result = await functions.InvokeAsync(invocation, either.Token);
            call.IntegrationRequestId = result.RequestId;
            return Response(result, TraceContext.ForResponse(invocation.TraceHeader ?? call.Trace, target));
        }
        catch (OperationCanceledException) when (expiry.IsCancellationRequested)
        {
            throw new IntegrationFailedException(GatewayFailure.TimedOut);
        }
        catch (LambdaServiceException refusal)
        {
            throw Refused(refusal, invocation.RoleArn);
        }
    }

    private static InvocationType Type(IntegrationRequest request) => request.Header("X-Amz-Invocation-Type") switch
    {
        null or "RequestResponse" => InvocationType.RequestResponse,
        "Event" => InvocationType.Event,
        "DryRun" => InvocationType.DryRun,
        _ => throw IntegrationFailedException.Misconfigured("Lambda invocation failed with status: 400"),
    };

    // An event is JSON, or Lambda refuses it; without one it is empty.
    private static ReadOnlyMemory<byte> Event(IntegrationRequest request)
    {
        if (request.Body.IsEmpty)
        {
            return "{}"u8.ToArray();
        }

        try
        {
            using var document = JsonDocument.Parse(request.Body, new() { MaxDepth = 256 });
            return request.Body;
        }
        catch (JsonException mistake)
        {
            var flaw = JacksonMessage.For(Encoding.UTF8.GetString(request.Body.Span), mistake);
            throw new IntegrationFailedException(new(
                ResponseType.BadRequestBody, $"Could not parse request body into json: Could not parse payload into json: {flaw}"));
        }
    }

    private static BackendResponse Response(InvokeResponse result, string trace)
    {
        List<KeyValuePair<string, string>> headers =
        [
            new("Content-Type", "application/json"),
            new("x-amzn-RequestId", result.RequestId),
            new(TraceHeader.Name, trace),
        ];
        if (result.ExecutedVersion is { } version)
        {
            headers.Add(new("X-Amz-Executed-Version", version));
        }

        if (result.FunctionError is { } error)
        {
            headers.Add(new("X-Amz-Function-Error", error));
        }

        var selection = result.FunctionError is null ? "" : ErrorMessage(result.Payload);
        return new(result.StatusCode, selection, headers, result.Payload) { Passed = [new(TraceHeader.Name, trace)] };
    }

    private static string ErrorMessage(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("errorMessage", out var message)
                ? ProxyHeaders.Scalar(message) ?? ""
                : "";
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(payload.Span);
        }
    }

    private static IntegrationFailedException Refused(LambdaServiceException refusal, string? roleArn) => refusal.StatusCode switch
    {
        413 => new(GatewayFailure.RequestTooLong),
        403 => IntegrationFailedException.Misconfigured(roleArn is null ? "Invalid permissions on Lambda function" : refusal.Message),
        var status => new(GatewayFailure.Misconfigured with
        {
            Cause = $"Lambda invocation failed with status: {status}. {refusal.Message}",
        }),
    };
}
