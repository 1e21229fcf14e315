using System.Collections.Concurrent;
using Lexicon.Local.ApiGateway.Definitions;

namespace Lexicon.Local.ApiGateway.Pipeline;

/// <summary>
/// Where a method requires an API key: the header <c>x-api-key</c> carries one of a usage plan of the stage, within the
/// plan's throttle and quota
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html). What was used is
/// forgotten when the runner stops.
/// </summary>
internal sealed class CheckApiKey(UsagePlans plans, TimeProvider time) : IRequestStep
{
    private readonly ConcurrentDictionary<string, TokenBucket> _buckets = [];
    private readonly ConcurrentDictionary<string, int> _used = [];

    public ValueTask<GatewayFailure?> RunAsync(Exchange exchange, CancellationToken cancellation) =>
        ValueTask.FromResult(exchange.Method!.ApiKeyRequired ? Check(exchange) : null);

    private GatewayFailure? Check(Exchange exchange)
    {
        var value = exchange.Request.Header("x-api-key") ?? "";
        if (plans.Find(value, exchange.Api!.Id, exchange.Stage!.Name) is not var (plan, key))
        {
            return GatewayFailure.Forbidden;
        }

        exchange.ApiKey = key;
        return IsThrottled(exchange, plan, key) ? GatewayFailure.Throttled
            : plan.Quota is { } quota && IsUsedUp(quota, plan, key, exchange.Time) ? GatewayFailure.QuotaExceeded
            : null;
    }

    private bool IsThrottled(Exchange exchange, UsagePlan plan, ApiKey key)
    {
        var methods = plan.Stages[(exchange.Api!.Id, exchange.Stage!.Name)];
        var method = $"{exchange.Resource!.Path}/{exchange.Method!.Name}";
        var specific = methods.GetValueOrDefault(method);
        return (specific ?? plan.Throttle) is { } throttle
            && !_buckets.GetOrAdd($"{plan.Id} {key.Id} {(specific is null ? "" : method)}", _ => new(throttle, time)).TryTake();
    }

    private bool IsUsedUp(Quota quota, UsagePlan plan, ApiKey key, DateTimeOffset time) =>
        _used.AddOrUpdate($"{plan.Id} {key.Id} {quota.PeriodOf(time)}", 1, (_, count) => count + 1) > quota.Limit;
}
