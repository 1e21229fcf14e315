using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.Debugging.Holding;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Lexicon.Local.Waf;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// The way of a request through a REST API: every step, in AWS's order
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html says that WAF comes before
/// every other control of access).
/// </summary>
internal sealed class RequestPipeline(
    RestApis apis, UsagePlans plans, IFirewall firewall, IIdentities identities, ILogs logs, TimeProvider time, IHolds? holds = null)
{
    // Each lets the request continue to the next step, or ends it with a failure.
    private readonly IRequestStep[] _toTheIntegration =
    [
        new ReadRequest(),
        new ResolveApiAndStage(apis),
        new ApplyWebAcl(firewall),
        new RouteRequest(),
        new CheckResourcePolicy(identities),
        new CheckApiKey(plans, time),
        new ThrottleRequest(time),
        new Authorize(time),
        new DecompressRequest(),
        new ValidateRequest(),
        new Integrate(time),
    ];

    // Each runs for every request, however it ended.
    private readonly IResponseStep[] _toTheClient =
    [
        new ApplyGatewayResponse(),
        new CompressResponse(),
        new MeasureLatency(time),
        new WriteAccessLog(logs),
        new WriteExecutionLog(logs),
        new WriteResponse(),
    ];

    /// <summary>The names of the steps, in their order.</summary>
    public IEnumerable<string> StepNames => _toTheIntegration.Concat<object>(_toTheClient).Select(step => step.GetType().Name);

    /// <summary>Handles one request, to the last byte of its response.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        using var span = ApiSpan.Begin(context);
        var exchange = new Exchange(context, time.GetUtcNow(), time.GetTimestamp());
        try
        {
            exchange.Failure = await IntegrateAsync(exchange);
        }
        catch (Exception unexpected) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Whatever goes wrong, the client gets a gateway response with the id of its request.
            var problem = RequestProblem.Of(context, unexpected);
            problem.Begin(context, exchange.Ids.RequestId);
            exchange.Failure = GatewayFailure.From(problem);
        }

        try
        {
            await RespondAsync(exchange);
        }
        catch (Exception unexpected) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            // What no client could be sent: it gets API Gateway's own words, without anything that is declared.
            var problem = RequestProblem.Of(context, unexpected);
            problem.Begin(context, exchange.Ids.RequestId);
            exchange.Failure = GatewayFailure.From(problem);
            exchange.Response = ApplyGatewayResponse.Own(exchange.Failure);
            await new WriteResponse().RunAsync(exchange, context.RequestAborted);
        }

        ApiSpan.Describe(span, exchange);
        ApiSpan.Keep(span, exchange);
    }

    private async Task RespondAsync(Exchange exchange)
    {
        foreach (var step in _toTheClient)
        {
            if (holds is { IsWanted: true })
            {
                await holds.PassAsync(ApiHold.Before(step, exchange), exchange.Context.RequestAborted);
            }

            await step.RunAsync(exchange, exchange.Context.RequestAborted);
        }
    }

    private async Task<GatewayFailure?> IntegrateAsync(Exchange exchange)
    {
        foreach (var step in _toTheIntegration)
        {
            if (holds is { IsWanted: true })
            {
                await holds.PassAsync(ApiHold.Before(step, exchange), exchange.Context.RequestAborted);
            }

            using var span = Spans.Begin(step.GetType().Name);
            if (await step.RunAsync(exchange, exchange.Context.RequestAborted) is { } failure)
            {
                span.Fail(failure.Reason);
                return failure;
            }
        }

        return null;
    }
}
