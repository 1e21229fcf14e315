using Lexicon.Local.ApiGateway.Definitions;
using Lexicon.Local.CloudWatchLogs;
using Lexicon.Local.Hosting;
using Lexicon.Local.Waf;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>The way of a request through API Gateway, in AWS's order.</summary>
internal sealed class RequestPipeline(RestApis apis, UsagePlans plans, IFirewall firewall, ILogs logs, TimeProvider time)
{
    private readonly IStep[] _steps =
    [
        new ResolveApiAndStage(apis),
        new ApplyWebAcl(firewall),
        new RouteRequest(),
        new CheckApiKey(plans, time),
        new ThrottleRequest(time),
        new Authorize(),
        new ValidateRequest(),
        new Integrate(time),
    ];

    private readonly WriteAccessLog _accessLog = new(logs);
    private readonly WriteExecutionLog _executionLog = new(logs);

    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var begun = time.GetTimestamp();
        var now = time.GetUtcNow();
        var exchange = new Exchange(ApiRequest.From(context), RequestIds.Create(now), now);
        try
        {
            exchange.Failure = await RunAsync(exchange, context);
            exchange.Sent = exchange.Failure is { } failure
                ? ApplyGatewayResponse.Of(exchange, failure)
                : CompressResponse.Of(exchange, exchange.Answer!);
        }
        catch (Exception unexpected) when (!context.RequestAborted.IsCancellationRequested)
        {
            // The one place where what goes wrong is answered as API Gateway does.
            var problem = RequestProblem.Of(context, unexpected);
            problem.Begin(context, exchange.Ids.RequestId);
            exchange.Failure = GatewayFailure.From(problem);
            exchange.Sent = ApplyGatewayResponse.Of(exchange, exchange.Failure);
        }

        exchange.ResponseLatency = time.GetElapsedTime(begun);
        _accessLog.Of(exchange);
        _executionLog.Of(exchange);
        await WriteResponse.SendAsync(context, exchange, exchange.Sent);
    }

    private async Task<GatewayFailure?> RunAsync(Exchange exchange, HttpContext context)
    {
        var failure = await ReadRequest.RunAsync(exchange.Request, context.Request, context.RequestAborted);
        for (var i = 0; i < _steps.Length && failure is null; i++)
        {
            failure = await _steps[i].RunAsync(exchange, context.RequestAborted);
        }

        return failure;
    }
}
