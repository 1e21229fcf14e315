using System.Text;
using System.Text.RegularExpressions;
using Lexicon.Local.ApiGateway.Pipeline;
using Lexicon.Local.Hosting;
using Lexicon.Local.Lambda;

namespace Lexicon.Local.ApiGateway.Integrations;

/// <summary>
/// <c>AWS_PROXY</c> with a Lambda function
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html). When Lambda
/// refuses the invocation the response is 500, when the function fails or returns another form 502
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html#services-apigateway-errors), when it takes longer
/// than the timeout 504. With <c>credentials</c> API Gateway assumes that role to call the function, and the role's policies
/// decide (https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html#apigw-Type-Integration-credentials).
/// </summary>
internal sealed partial class LambdaProxyIntegration(
    string functionArn, string? credentials, TimeSpan timeout, IFunctions functions, TimeProvider time) : IIntegration
{
    private const string ConfigurationError = "Execution failed due to configuration error";

    /// <summary>The function, or null when the URI is not that of a function's invocations.</summary>
    public static string? ParseFunctionArn(string uri) =>
        InvocationUri().Match(uri) is { Success: true } match ? match.Groups[1].Value : null;

    public async Task<GatewayFailure?> RespondAsync(Exchange exchange, CancellationToken cancellation)
    {
        var target = StageVariables.Substitute(functionArn, exchange.Stage!.Variables);
        using var expiry = new CancellationTokenSource(timeout, functions.TimeoutClock(target, time));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellation);
        var invocation = new InvokeRequest(target, ProxyEvent.Write(exchange))
        {
            ServicePrincipal = "apigateway.amazonaws.com",
            SourceArn = exchange.SourceArn,
            RoleArn = credentials is null ? null : StageVariables.Substitute(credentials, exchange.Stage.Variables),
            TraceHeader = TraceContext.ForFunction(exchange).ToString(),
        };
        try
        {
            var result = await functions.InvokeAsync(invocation, either.Token);
            (exchange.IntegrationRequestId, exchange.InvocationStatus) = (result.RequestId, result.StatusCode);
            if (result.FunctionError is not null)
            {
                return GatewayFailure.Malformed with { Cause = FunctionFailed(result) };
            }

            if (ProxyResponse.Read(result.Payload, exchange) is not { } response)
            {
                return GatewayFailure.Malformed with { Cause = $"{ConfigurationError}: Malformed Lambda proxy response" };
            }

            var trace = TraceContext.ForResponse(invocation.TraceHeader, target);
            exchange.Response = response with { Headers = [.. response.Headers, new(TraceHeader.Name, trace)] };
            return null;
        }
        catch (OperationCanceledException) when (expiry.IsCancellationRequested)
        {
            return GatewayFailure.TimedOut;
        }
        catch (InvalidBase64Exception)
        {
            return GatewayFailure.Misconfigured;
        }
        catch (LambdaServiceException refusal) when (refusal.StatusCode == 413)
        {
            return GatewayFailure.RequestTooLong;
        }
        catch (LambdaServiceException refusal) when (refusal.StatusCode == 403 && invocation.RoleArn is not null)
        {
            return GatewayFailure.Misconfigured with { Cause = $"{ConfigurationError}: {refusal.Message}" };
        }
        catch (LambdaServiceException refusal) when (refusal.StatusCode == 403)
        {
            return GatewayFailure.Misconfigured with { Cause = $"{ConfigurationError}: Invalid permissions on Lambda function" };
        }
        catch (LambdaServiceException refusal)
        {
            var cause = $"Lambda invocation failed with status: {refusal.StatusCode}. {refusal.Message}";
            return GatewayFailure.Misconfigured with { Cause = cause };
        }
    }

    private static string FunctionFailed(InvokeResponse result) =>
        "Lambda execution failed with status 200 due to customer function error: "
        + $"{Encoding.UTF8.GetString(result.Payload.Span)}. Lambda request id: {result.RequestId}";

    [GeneratedRegex("^arn:aws[a-z-]*:apigateway:[^:]+:lambda:path/2015-03-31/functions/(.+)/invocations$")]
    private static partial Regex InvocationUri();
}
